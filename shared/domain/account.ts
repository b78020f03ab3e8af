import type { z } from 'zod';
import { PersonSummary } from './person.ts';

/** The X account that this workspace answers for. */
export const Account = PersonSummary;
export type Account = z.infer<typeof Account>;
