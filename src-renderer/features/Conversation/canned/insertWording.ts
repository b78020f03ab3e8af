import { insertText } from '../../../ui/insertText.ts';

/** A wording to insert, and the variables that remain in it; positions in UTF-16 units. */
export interface Wording {
  readonly text: string;
  readonly missing: readonly { readonly start: number; readonly end: number }[];
}

/** Puts a wording into a field, in place of the text from `start` to `end`, and selects its first variable to fill in. */
export function insertWording(
  field: HTMLTextAreaElement,
  { text, missing }: Wording,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  field.setSelectionRange(start, end);
  insertText(field, text);
  const [first] = missing;
  if (first) field.setSelectionRange(start + first.start, start + first.end);
}
