import { z } from 'zod';

/** A person on X as shown in a list; keyed by the X user id, since handles change. */
export const PersonSummary = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  /** The address of the profile picture, as X gave it last; absent if there is none. */
  pictureUrl: z.string().optional(),
});
export type PersonSummary = z.infer<typeof PersonSummary>;

/** Everything known about a person on X. Unknown facts are null, never guessed. */
export const Person = PersonSummary.extend({
  description: z.string().nullable(),
  location: z.string().nullable(),
  followers: z.number().int().nullable(),
  verified: z.boolean().nullable(),
  protected: z.boolean().nullable(),
  /** Whether the account can send private messages to this person, according to X. */
  receivesDms: z.boolean().nullable(),
  /** When the person's oldest stored message was written. */
  firstSeenAt: z.number(),
  /** When the person joined X. */
  joinedXAt: z.number().nullable(),
});
export type Person = z.infer<typeof Person>;
