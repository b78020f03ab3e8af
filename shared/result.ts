/** The outcome of an operation that may fail in an expected way; a bug throws instead. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** A success with its value. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** An expected failure with its error. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
