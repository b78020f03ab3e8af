import type { z } from 'zod';

/** A query changes nothing and may be asked again; a command changes state in one transaction. */
export type MethodKind = 'query' | 'command';

/** One entry of a contract: what a method is for, what it takes and what it answers. */
export interface Method<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: MethodKind;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
}

/** Writes down one method of a contract. */
export function method<I extends z.ZodType, O extends z.ZodType>(
  kind: MethodKind,
  summary: string,
  shape: { readonly input: I; readonly output: O },
): Method<I, O> {
  return { kind, summary, ...shape };
}
