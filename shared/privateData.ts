import { z } from 'zod';

/** Kinds of personal data that hardly ever belong in public. */
export const PrivateData = z.enum(['email', 'phone', 'iban', 'card', 'address', 'number']);
export type PrivateData = z.infer<typeof PrivateData>;
