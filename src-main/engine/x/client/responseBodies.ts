import { z } from 'zod';

const id = z.string().regex(/^\d{1,19}$/, 'is not an id of X');
const maybe = <T extends z.ZodType>(type: T) => type.nullish().catch(null);

/** A link; only what Perch needs is required. */
const UrlBody = z.object({
  url: z.string(),
  start: maybe(z.number().int()),
  end: maybe(z.number().int()),
  expanded_url: maybe(z.string()),
  unwound_url: maybe(z.string()),
  status: maybe(z.number().int()),
  media_key: maybe(z.string()),
});
const urls = maybe(z.object({ urls: maybe(z.array(UrlBody.nullable().catch(null))) }));
// Something in an unknown form is still something: it counts as one key that nothing describes.
const keys = z.array(z.string()).nullish().catch(['unknown']);
// Loose, so that attachments of a kind that Perch does not know can be named.
const attachments = maybe(z.looseObject({ media_keys: keys, poll_ids: keys }));
export type AttachmentsBody = z.infer<typeof attachments>;
const MentionBody = z.object({ username: z.string(), id });
const marks = maybe(
  z.object({
    urls: maybe(z.array(UrlBody.nullable().catch(null))),
    mentions: maybe(z.array(MentionBody.nullable().catch(null))),
  }),
);
const note = maybe(z.object({ text: z.string(), entities: marks }));
const reference = z.object({ type: z.enum(['replied_to', 'quoted', 'retweeted']), id });
const references = maybe(z.array(reference.nullable().catch(null)));

/** A post, with the names that X used before and after August 2026. */
export const PostBody = z.object({
  id,
  author_id: id,
  text: z.string(),
  created_at: maybe(z.iso.datetime({ offset: true })),
  conversation_id: maybe(id),
  in_reply_to_user_id: maybe(id),
  lang: maybe(z.string()),
  entities: marks,
  attachments,
  referenced_tweets: references,
  referenced_posts: references,
  note_tweet: note,
  note_post: note,
  edit_history_tweet_ids: maybe(z.array(id)),
  edit_history_post_ids: maybe(z.array(id)),
  public_metrics: maybe(z.object({ quote_count: maybe(z.number().int().nonnegative()) })),
});
export type PostBody = z.infer<typeof PostBody>;

export const UserBody = z.object({
  id,
  username: z.string(),
  name: z.string(),
  created_at: maybe(z.iso.datetime({ offset: true })),
  description: maybe(z.string()),
  entities: maybe(z.object({ description: urls })),
  location: maybe(z.string()),
  profile_image_url: maybe(z.string()),
  public_metrics: maybe(z.object({ followers_count: maybe(z.number().int()) })),
  verified: maybe(z.boolean()),
  protected: maybe(z.boolean()),
  receives_your_dm: maybe(z.boolean()),
});
export type UserBody = z.infer<typeof UserBody>;

export const MediaBody = z.object({
  media_key: z.string(),
  type: z.string(),
  url: maybe(z.string()),
  preview_image_url: maybe(z.string()),
  duration_ms: maybe(z.number()),
  variants: maybe(
    z.array(
      z
        .object({ url: z.string(), content_type: maybe(z.string()), bit_rate: maybe(z.number()) })
        .nullable()
        .catch(null),
    ),
  ),
  alt_text: maybe(z.string()),
  width: maybe(z.number()),
  height: maybe(z.number()),
});
export type MediaBody = z.infer<typeof MediaBody>;

export const PollBody = z.object({
  id: z.string(),
  options: z.array(z.object({ label: z.string(), votes: maybe(z.number().int()) })),
  duration_minutes: maybe(z.number().int()),
  end_datetime: maybe(z.iso.datetime({ offset: true })),
  voting_status: maybe(z.string()),
});
export type PollBody = z.infer<typeof PollBody>;

// The posts that a message shares; X names no type for them.
const sharedPosts = maybe(z.array(z.object({ id }).nullable().catch(null)));

export const DmBody = z
  .object({
    id,
    event_type: maybe(z.string()),
    text: z.string().nullish(),
    sender_id: id.nullish(),
    created_at: maybe(z.iso.datetime({ offset: true })),
    // Never ignored if it is malformed: whose message it is would be a guess.
    dm_conversation_id: z.string().nullish(),
    participant_ids: maybe(z.array(id)),
    entities: urls,
    attachments,
    referenced_tweets: sharedPosts,
    referenced_posts: sharedPosts,
  })
  // A text is worthless without its sender; a message whose text X hides is still worth showing.
  .refine((dm) => dm.sender_id || !dm.text, 'sender_id: is missing');
export type DmBody = z.infer<typeof DmBody>;

const items = maybe(z.array(z.unknown()));

/** The envelope of every list and lookup. Its items are validated one by one, so that a bad one affects only itself. */
export const PageBody = z
  .object({
    data: z.unknown().optional(),
    includes: maybe(z.object({ users: items, media: items, polls: items, tweets: items, posts: items })),
    meta: maybe(z.object({ newest_id: maybe(id), oldest_id: maybe(id), next_token: maybe(z.string()) })),
    errors: items,
  })
  // A page without results has no data, but it has meta or errors; anything else did not come from X.
  .refine((page) => page.data !== undefined || page.meta || page.errors);
export type PageBody = z.infer<typeof PageBody>;

/** Why one item of a lookup is missing. */
export const MissingBody = z.object({
  type: maybe(z.string()),
  title: maybe(z.string()),
  resource_id: maybe(z.string()),
  value: maybe(z.string()),
});

/** The buckets of a count of posts; X is renaming their number too. */
export const CountsBody = z.array(
  z
    .object({
      start: z.iso.datetime(),
      end: z.iso.datetime(),
      tweet_count: z.number().int().min(0).optional(),
      post_count: z.number().int().min(0).optional(),
    })
    .transform(({ start, end, tweet_count, post_count }) => ({
      start,
      end,
      count: post_count ?? tweet_count,
    }))
    .refine((bucket): bucket is { start: string; end: string; count: number } => bucket.count !== undefined),
);

/** The responses to the two sends; only the new id matters. */
export const CreatedPostBody = z.object({ data: z.object({ id }) });
export const SentDmBody = z.object({ data: z.object({ dm_event_id: id }) });

/** The response of the token endpoint. */
export const TokenBody = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().nullish(),
});
