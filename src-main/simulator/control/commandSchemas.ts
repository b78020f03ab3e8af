import { z } from 'zod';
import { ID_PATTERN } from '../base/ids.ts';
import { PERSON_FIELDS } from '../world/people.ts';
import { POLL } from '../world/polls.ts';

const HANDLE = z.string().regex(/^@?\w{1,15}$/);
const ID = z.string().regex(ID_PATTERN);
const AT = z.int().optional();
/** How long lists leave the post or message out, in milliseconds of the simulator's clock. */
const HIDDEN_MS = z.int().nonnegative().default(0);
const PHOTO = z.strictObject({
  type: z.enum(['photo', 'video', 'animated_gif', 'audio']).optional(),
  file: z.string().regex(/^[\w.-]{0,50}$/),
  width: z.int().positive().default(800),
  height: z.int().positive().default(600),
  altText: z.string().default(''),
});

const FIELDS = z.record(z.string(), z.unknown());
const RAW = {
  raw: FIELDS.optional(),
  includes: z
    .strictObject({ media: z.array(FIELDS).optional(), polls: z.array(FIELDS).optional() })
    .optional(),
};

/** The input of each control command. */
export const COMMANDS = {
  person: z.strictObject({
    handle: HANDLE,
    name: z.string().optional(),
    createdAt: z.int().optional(),
    ...PERSON_FIELDS,
  }),
  rename: z.strictObject({ handle: HANDLE, to: HANDLE }),
  post: z.strictObject({
    from: HANDLE,
    text: z.string().min(1),
    at: AT,
    hiddenMs: HIDDEN_MS,
    replyToId: ID.optional(),
    quotedId: ID.optional(),
    repostOfId: ID.optional(),
    photos: z.array(PHOTO).max(4).optional(),
    poll: POLL.optional(),
    lang: z.string().optional(),
    ...RAW,
  }),
  dm: z.strictObject({
    from: HANDLE,
    text: z.string(),
    at: AT,
    hiddenMs: HIDDEN_MS,
    photos: z.array(PHOTO).max(1).optional(),
    sharedId: ID.optional(),
    conversationId: z.string().optional(),
    ...RAW,
  }),
  ownPost: z.strictObject({
    text: z.string().min(1),
    at: AT,
    hiddenMs: HIDDEN_MS,
    replyToId: ID.optional(),
    quotedId: ID.optional(),
    poll: POLL.optional(),
    ...RAW,
  }),
  ownDm: z.strictObject({ to: HANDLE, text: z.string().min(1), at: AT, hiddenMs: HIDDEN_MS }),
  deletePost: z.strictObject({ id: ID }),
  editPost: z.strictObject({ id: ID, text: z.string().min(1) }),
  /** `position` counts from 1. */
  vote: z.strictObject({ id: ID, position: z.int().min(1).max(4), votes: z.int().positive().default(1) }),
  forgetFields: z.strictObject({ parameter: z.string(), fields: z.array(z.string()).min(1) }),
  failUploads: z.strictObject({ count: z.int().positive().default(1) }),
  clearFaults: z.strictObject({ id: z.int().optional() }),
  issueTokens: z.strictObject({
    clientId: z.string().default('control'),
    scopes: z.array(z.string()).optional(),
    expiresInMs: z.int().optional(),
  }),
} as const;
