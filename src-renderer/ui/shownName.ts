import type { PersonSummary } from '#shared/domain/person.ts';
import { capText } from './Bidi.tsx';

const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\ufb1d-\ufefc]/;

const unseen = /[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** The display name: the name without bidi control characters, or the handle if the name is invisible. */
export function toName({ name, handle }: Pick<PersonSummary, 'name' | 'handle'>): string {
  return name.replace(unseen, '') === '' ? `@${handle}` : name.replace(turning, '');
}

/** A name for use inside a sentence: one line, truncated, and isolated if it is right-to-left. */
export function toShownName(name: string, cap = 40): string {
  const plain = capText(name.replace(turning, '').replace(/\s+/g, ' ').trim(), cap);
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** How to address a person: the first word of the name, or the handle if there is none. */
export function toFirstName({ name, handle }: PersonSummary): string {
  const first = name.trim().split(/\s+/)[0] ?? '';
  return /[\p{L}\p{N}]/u.test(first) ? toShownName(first, 24) : `@${toShownName(handle, 24)}`;
}
