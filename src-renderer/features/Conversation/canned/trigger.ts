/** Where somebody asks for a canned response while they write: from `/` or `;` to the cursor. */
export interface Trigger {
  /** Where the character stands that opens the picker, in UTF-16 units. */
  readonly start: number;
  /** What was typed after it. */
  readonly query: string;
}

// Only after a space or at the beginning of a line: "and/or" and "https://" ask for nothing.
const atCursor = /(?:^|\s)[/;](?!\s)([^\n/;]{0,60})$/u;

/** Finds the request that ends at `cursor`; null if there is none. */
export function findTrigger(text: string, cursor: number): Trigger | null {
  const query = atCursor.exec(text.slice(0, cursor))?.[1];
  return query === undefined ? null : { start: cursor - query.length - 1, query };
}
