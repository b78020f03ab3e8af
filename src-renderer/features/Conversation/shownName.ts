import type { PersonSummary } from '../../../shared/domain/person.ts';
import { capText } from '../../ui/Bidi.tsx';

const rightToLeft = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\ufb1d-\ufefc]/;

/** A name for use inside a sentence: one line, capped, and unable to turn the sentence's direction around. */
export function toShownName(name: string, cap = 40): string {
  const plain = capText(
    name
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    cap,
  );
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** How one speaks to a person: the first word of the name, or the handle where there is no name. */
export function toFirstName({ name, handle }: PersonSummary): string {
  const first = name.trim().split(/\s+/)[0] ?? '';
  return /[\p{L}\p{N}]/u.test(first) ? toShownName(first, 24) : `@${toShownName(handle, 24)}`;
}
