import type { z } from 'zod';
import { PersonSummary } from './person.ts';

/** The X account of a workspace. */
export const Account = PersonSummary.omit({ pictureUrl: true });
export type Account = z.infer<typeof Account>;
