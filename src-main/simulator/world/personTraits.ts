import { z } from 'zod';
import { ID_PATTERN } from './ids.ts';

/** What may be told about a person beside handle and name, in a scenario or at the control door. */
export const PERSON_TRAITS = {
  id: z.string().regex(ID_PATTERN).optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  verified: z.boolean().optional(),
  isProtected: z.boolean().optional(),
  receivesDms: z.boolean().optional(),
  followers: z.int().nonnegative().optional(),
  following: z.int().nonnegative().optional(),
  picture: z.string().optional(),
};
