import { z } from 'zod';

/** Somebody on X as shown in a list; keyed by X user id, since handles change. */
export const PersonSummary = z.object({ id: z.string(), handle: z.string(), name: z.string() });
export type PersonSummary = z.infer<typeof PersonSummary>;

/** All that is known of somebody on X. Unknown facts are null, never guessed. */
export const Person = PersonSummary.extend({
  description: z.string().nullable(),
  location: z.string().nullable(),
  followers: z.number().int().nullable(),
  verified: z.boolean().nullable(),
  protected: z.boolean().nullable(),
  /** Whether X says that the account may write to this person privately. */
  receivesDms: z.boolean().nullable(),
  /** When the oldest message that Perch has of this person was written. */
  firstSeenAt: z.number(),
  /** When the person joined X. */
  joinedXAt: z.number().nullable(),
});
export type Person = z.infer<typeof Person>;
