import { z } from 'zod';

/** How far mentions or hits must exceed what is usual before Perch alerts; `off` for never. */
export const SpikeSensitivity = z.enum(['off', 'low', 'normal', 'high']);
export type SpikeSensitivity = z.infer<typeof SpikeSensitivity>;
