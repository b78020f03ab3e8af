import type { z } from 'zod';

/** Whether two states of this shape are the same, in whatever order their fields are stored. */
export const isSameState = <T>(shape: z.ZodType<T>, one: T, other: T): boolean =>
  JSON.stringify(shape.parse(one)) === JSON.stringify(shape.parse(other));
