import { z } from 'zod';

/** A poll of a post, with its votes as of the last time that X was asked. */
const Poll = z.object({
  kind: z.literal('poll'),
  options: z.array(z.object({ label: z.string(), votes: z.number().int() })),
  /** When it ends or ended, in epoch milliseconds; null if X did not say. */
  endsAt: z.number().nullable(),
  isClosed: z.boolean(),
});
export type Poll = z.infer<typeof Poll>;

/** What is attached to a message besides pictures. `other` is something that Perch cannot show, by X's name for it. */
export const Attachment = z.discriminatedUnion('kind', [
  Poll,
  z.object({ kind: z.literal('other'), name: z.string() }),
]);
export type Attachment = z.infer<typeof Attachment>;
