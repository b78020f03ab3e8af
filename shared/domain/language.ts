import { z } from 'zod';

/** The languages of the window, for which Perch has dictionaries too. */
export const Language = z.enum(['en', 'nl', 'fr']);
export type Language = z.infer<typeof Language>;
