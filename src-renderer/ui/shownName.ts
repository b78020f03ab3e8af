import type { PersonSummary } from '#shared/domain/person.ts';
import { capText } from './Bidi.tsx';

const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\ufb1d-\ufefc]/;

const unseen = /[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** The display name: the name without bidi control characters; the handle or the id if the name is invisible. */
export function toName({ id, name, handle }: PersonSummary): string {
  if (name.replace(unseen, '') !== '') return name.replace(turning, '');
  return handle === '' ? id : `@${handle}`;
}

/** Whom a public reply addresses: the handle with its @, or the name while the handle is not known. */
export function toAddressee(person: PersonSummary): string {
  return person.handle === '' ? toShownName(toName(person), 24) : `@${toShownName(person.handle, 24)}`;
}

/** A name for use inside a sentence: one line, truncated, and isolated if it is right-to-left. */
export function toShownName(name: string, cap = 40): string {
  const plain = capText(name.replace(turning, '').replace(/\s+/g, ' ').trim(), cap);
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** How to address a person: the first word of the name, or the handle if there is none. */
export function toFirstName(person: PersonSummary): string {
  const first = person.name.trim().split(/\s+/)[0] ?? '';
  return /[\p{L}\p{N}]/u.test(first) ? toShownName(first, 24) : toAddressee(person);
}
