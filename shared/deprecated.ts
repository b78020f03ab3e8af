import type { z } from 'zod';

/**
 * Marks a field or an error of the contract as deprecated: scripts may go on using it, new code uses `instead`. The page
 * docs/contract.md shows it. A deprecated method says so in its summary.
 */
export function deprecated<S extends z.ZodType>(schema: S, instead: string): S {
  return schema.meta({ deprecated: true, description: `deprecated: use ${instead}` });
}
