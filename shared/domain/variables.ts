/*
 * Variables in texts that agents write and reuse:
 *
 *     Hi {firstName}, ...      a variable: a name in braces
 *     {{firstName}} or {{      braces that are meant: {firstName} and { once it is sent
 *     {"a": 1}, { and }        no variable, sent as it is
 *
 * A *written* text is what stands in the library, in a draft and in the composer; a *sent* text is what X gets.
 */

/** A variable in a written text; positions in UTF-16 units, the end exclusive. */
export interface Variable {
  readonly variable: string;
  readonly start: number;
  readonly end: number;
}

/** The variables that Perch fills by itself. */
export const knownVariables = ['firstName', 'name', 'handle', 'agent', 'company', 'orderNumber'] as const;
export type KnownVariable = (typeof knownVariables)[number];

/** The values of known variables; null or absent where Perch does not know one for certain. */
export type VariableValues = { readonly [V in KnownVariable]?: string | null };

// Wider than the variables that Perch knows, so that `{first name}` of another program is not sent either.
const name = String.raw`[\p{L}_][\p{L}\p{N}\p{M}\p{Cf}\p{Zs}_.'’-]{0,59}`;
const pieces = new RegExp(
  String.raw`\{\{([\p{Zs}\p{Cf}]*${name})\}\}|\{\{|\{[\p{Zs}\p{Cf}]*(${name})\}`,
  'gu',
);

// Signs that draw nothing do not make another variable.
const toName = (variable: string) => variable.replace(/\p{Cf}/gu, '').trim();

/** All variables of a written text, in order. */
export function findVariables(written: string): Variable[] {
  return [...written.matchAll(pieces)].flatMap(({ 0: piece, 2: variable, index: start }) =>
    variable === undefined ? [] : [{ variable: toName(variable), start, end: start + piece.length }],
  );
}

/** The text as it is sent. Variables that are still in it stay as they are. */
export const toSentText = (written: string): string =>
  written.replace(pieces, (piece, meant?: string, variable?: string) => {
    if (variable !== undefined) return piece;
    return meant === undefined ? '{' : `{${meant}}`;
  });

/** The written text of which exactly `sent` is sent; it has no variables. */
export const toWrittenText = (sent: string): string => {
  const escaped = new RegExp(String.raw`\{([\p{Zs}\p{Cf}]*${name})\}|\{(?=\{)`, 'gu');
  return sent.replace(escaped, (_, meant?: string) => (meant === undefined ? '{{' : `{{${meant}}}`));
};

/** A written text with the values that are known, and the variables that remain in it. Letters in upper and lower case are alike. */
export function fillVariables(
  written: string,
  values: VariableValues,
): { readonly text: string; readonly missing: Variable[] } {
  const byName = new Map(knownVariables.map((known) => [known.toLowerCase(), values[known] ?? null]));
  const text = written.replace(pieces, (piece, _meant?: string, variable?: string) => {
    const value = variable === undefined ? null : byName.get(toName(variable).toLowerCase());
    return value ? toWrittenText(value) : piece;
  });
  return { text, missing: findVariables(text) };
}
