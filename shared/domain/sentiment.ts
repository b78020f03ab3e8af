import { z } from 'zod';

/** How a text sounds: displeasure or a fault, neither, or praise and thanks. */
export const Sentiment = z.enum(['negative', 'neutral', 'positive']);
export type Sentiment = z.infer<typeof Sentiment>;
