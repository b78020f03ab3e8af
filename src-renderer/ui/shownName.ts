import type { PersonSummary } from '#shared/domain/person.ts';
import { markHidden, withoutHiddenMarks } from '#shared/hiddenMarks.ts';
import { capText } from './Bidi.tsx';

const rightToLeft = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\ufb1d-\ufefc]/;

/** The display name, with its invisible characters marked; the handle or the id if nothing of it is visible. */
export function toName({ id, name, handle }: PersonSummary): string {
  const shown = markHidden(name);
  if (shown !== '') return shown;
  return handle === '' ? id : `@${handle}`;
}

/** Whom a public reply addresses: the handle with its @, or the name while the handle is not known. */
export function toAddressee(person: PersonSummary): string {
  return person.handle === '' ? toShownName(toName(person), 24) : `@${toShownName(person.handle, 24)}`;
}

/** A name for use inside a sentence: one line, invisible characters marked, truncated, and isolated if right-to-left. */
export function toShownName(name: string, cap = 40): string {
  const plain = capText(markHidden(name).replace(/\s+/g, ' ').trim(), cap);
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** How to address a person: the first word of the name, or the handle if there is none. */
export function toFirstName(person: PersonSummary): string {
  const first = markHidden(person.name).trim().split(/\s+/)[0] ?? '';
  return /[\p{L}\p{N}]/u.test(withoutHiddenMarks(first)) ? toShownName(first, 24) : toAddressee(person);
}
