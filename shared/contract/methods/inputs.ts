import { z } from 'zod';

/** The input of a method that takes none. */
export const none = z.strictObject({});
export const id = z.string().min(1).max(200);
export const byId = z.strictObject({ id });
/** What somebody wrote; what X takes is checked where it is sent. */
export const text = z.string().max(100_000);
/** The most rows that one answer may hold. */
export const limit = z.number().int().min(1).max(1_000);
