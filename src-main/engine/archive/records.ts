import { z } from 'zod';

const id = z
  .union([z.string(), z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)])
  .transform(String);
const XId = id.pipe(z.string().regex(/^\d{1,19}$/, 'is not an id of X'));
const maybe = <T extends z.ZodType>(type: T) => type.nullish().catch(null);
const listOf = <T extends z.ZodType>(type: T) => maybe(z.array(type.nullable().catch(null)));
/** Numbers that may be written as strings. */
const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d{1,15}(?:\.\d+)?$/)
    .transform(Number),
]);

const Url = z.object({
  url: z.string(),
  expanded_url: maybe(z.string()),
  indices: maybe(z.tuple([number, number])),
});

const Mention = z.object({ id_str: XId, screen_name: z.string(), name: maybe(z.string()) });

const Medium = z.object({
  id_str: XId,
  url: z.string(),
  type: z.string(),
  media_url_https: maybe(z.string()),
  ext_alt_text: maybe(z.string()),
  indices: maybe(z.tuple([number, number])),
  sizes: maybe(z.object({ large: maybe(z.object({ w: number, h: number })) })),
  video_info: maybe(
    z.object({
      duration_millis: maybe(number),
      variants: listOf(
        z.object({ url: z.string(), content_type: maybe(z.string()), bitrate: maybe(number) }),
      ),
    }),
  ),
});
export type MediumRecord = z.infer<typeof Medium>;

const edits = maybe(z.object({ editTweetIds: maybe(z.array(XId)) }));

const Tweet = z
  .object({
    id_str: maybe(XId),
    id: maybe(XId),
    created_at: z.string(),
    full_text: maybe(z.string()),
    // Before 2018 it had this name.
    text: maybe(z.string()),
    lang: maybe(z.string()),
    in_reply_to_status_id_str: maybe(XId),
    in_reply_to_user_id_str: maybe(XId),
    in_reply_to_screen_name: maybe(z.string()),
    entities: maybe(z.object({ urls: listOf(Url), user_mentions: listOf(Mention), media: listOf(Medium) })),
    extended_entities: maybe(z.object({ media: listOf(Medium) })),
    edit_info: maybe(
      z.object({
        initial: edits,
        edit: maybe(z.object({ editControlInitial: edits })),
      }),
    ),
  })
  .refine(({ id_str, id }) => id_str || id, 'it has no id')
  .refine(({ full_text, text }) => typeof (full_text ?? text) === 'string', 'it has no text')
  .refine(({ created_at }) => Number.isFinite(Date.parse(created_at)), 'it has no time');
export type TweetRecord = z.infer<typeof Tweet>;

// Before 2019 a post was not wrapped.
export const TweetItem = z.union([z.object({ tweet: Tweet }).transform(({ tweet }) => tweet), Tweet]);

const NoteUrl = z.object({
  shortUrl: z.string(),
  expandedUrl: maybe(z.string()),
  fromIndex: maybe(number),
  toIndex: maybe(number),
});
const NoteMention = z.object({ screenName: z.string() });

/** A long text; its id is not that of its post. */
export const NoteItem = z
  .object({
    noteTweet: z.object({
      noteTweetId: XId,
      createdAt: maybe(z.string()),
      core: z.object({ text: z.string(), urls: listOf(NoteUrl), mentions: listOf(NoteMention) }),
    }),
  })
  .transform(({ noteTweet }) => noteTweet);
export type NoteRecord = z.infer<typeof NoteItem>;

const MessageCreate = z.object({
  id: XId,
  senderId: XId,
  recipientId: maybe(XId),
  text: maybe(z.string()),
  createdAt: maybe(z.string()),
  mediaUrls: maybe(z.array(z.string())),
  urls: listOf(z.object({ url: z.string(), expanded: maybe(z.string()), display: maybe(z.string()) })),
});
export type DmRecord = z.infer<typeof MessageCreate>;

const NameUpdate = z.object({
  initiatingUserId: maybe(XId),
  name: z.string(),
  createdAt: z.string().refine((text) => Number.isFinite(Date.parse(text)), 'is not a time'),
});
export type NameUpdateRecord = z.infer<typeof NameUpdate>;

/** A private message, or a new name of its group. */
export const MessageItem = z.union([
  z.object({ messageCreate: MessageCreate }).transform(({ messageCreate }) => messageCreate),
  z
    .object({ conversationNameUpdate: NameUpdate })
    .transform(({ conversationNameUpdate }) => conversationNameUpdate),
]);
export type MessageItem = z.infer<typeof MessageItem>;

export const AccountItem = z
  .object({
    account: z.object({ accountId: XId, username: z.string() }),
  })
  .transform(({ account }) => account);

const Files = maybe(z.object({ files: listOf(z.object({ fileName: z.string() })) }));

/** The table of contents of an archive. */
export const Manifest = z.object({
  userInfo: maybe(z.object({ accountId: XId, userName: z.string() })),
  archiveInfo: maybe(z.object({ generationDate: maybe(z.string()), isPartialArchive: maybe(z.boolean()) })),
  dataTypes: maybe(z.record(z.string(), Files)),
});
export type Manifest = z.infer<typeof Manifest>;
