import type { z } from 'zod';

/** A query changes nothing and can be repeated. A command changes state in one transaction, or costs money. */
export type MethodKind = 'query' | 'command';

/** One entry of a contract: what a method does, its input and its output. */
export interface Method<K extends MethodKind, I extends z.ZodType, O extends z.ZodType> {
  readonly kind: K;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
}

/** Defines one method of a contract. Its kind stays a literal type, so that callers can be limited to queries. */
export function method<const K extends MethodKind, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  summary: string,
  shape: { readonly input: I; readonly output: O },
): Method<K, I, O> {
  return { kind, summary, ...shape };
}
