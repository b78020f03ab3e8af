/** What a spreadsheet takes for a formula at the beginning of a field, full-width forms included. */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/u;

/** A field that no spreadsheet takes for a formula; `restoreFormula` gives back exactly what it was. */
export const disarmFormula = (field: string): string => (formula.test(field) ? `'${field}` : field);

/** The field as it was before `disarmFormula`. */
export const restoreFormula = (field: string): string =>
  field.startsWith("'") && formula.test(field) ? field.slice(1) : field;
