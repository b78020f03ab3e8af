import type { z } from 'zod';

/** One sentence that names the first field that is wrong, as X's schema check does. */
export function toComplaint(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'The request body is not valid.';
  return `$.${issue.path.join('.')}: ${issue.message}`;
}
