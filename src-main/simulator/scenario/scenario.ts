import { z } from 'zod';
import { PERSON_FIELDS } from '../world/people.ts';
import { POLL } from '../world/polls.ts';

const HANDLE = z.string().regex(/^\w{1,15}$/, 'A handle is 1 to 15 letters, digits or _, without @.');
const REF = z.string().min(1);
const PHOTO = z.strictObject({
  type: z.enum(['photo', 'audio']).optional(),
  /** A file name in the scenario's `photos` folder. */
  file: z.string().regex(/^[\w.-]+\.(png|jpe?g|wav)$/i, 'A photo is a .png or .jpg file without a folder.'),
  width: z.int().positive(),
  height: z.int().positive(),
  altText: z.string().default(''),
});

const PERSON = z.strictObject({ handle: HANDLE, name: z.string().min(1), ...PERSON_FIELDS });

const POST_EVENT = z.strictObject({
  kind: z.literal('post'),
  /** Relative to the start; negative for the past. */
  afterMs: z.int(),
  from: HANDLE,
  text: z.string().min(1),
  /** A name that later posts use to reply to this one or quote it. */
  ref: REF.optional(),
  replyTo: REF.optional(),
  quotes: REF.optional(),
  photos: z.array(PHOTO).max(4).optional(),
  poll: POLL.optional(),
  lang: z.string().optional(),
});

const DM_EVENT = z.strictObject({
  kind: z.literal('dm'),
  afterMs: z.int(),
  /** The other person: the sender, or with `sentByAccount` the recipient. */
  with: HANDLE,
  sentByAccount: z.boolean().default(false),
  text: z.string(),
  photos: z.array(PHOTO).max(1).optional(),
});

const FOLLOW_UP = z.strictObject({
  handle: HANDLE,
  channel: z.enum(['public', 'dm']),
  delayMs: z.int().nonnegative(),
  texts: z.array(z.string().min(1)).min(1),
});

const THANKS = z.strictObject({
  texts: z.array(z.string().min(1)).min(1),
  delayMs: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
  probability: z.number().min(0).max(1),
});

/** What people write in private once the account has asked them to in public. */
const HANDED_OVER = z.strictObject({
  texts: z.array(z.string().min(1)).min(1),
  delayMs: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});

/** What one person writes when a private message asks for a score. */
const SURVEYED = z.strictObject({
  handle: HANDLE,
  delayMs: z.int().nonnegative(),
  csat: z.string().min(1),
  nps: z.string().min(1),
});

/** A scenario: the people, past and future events, and how people react to the account. */
export const SCENARIO = z.strictObject({
  account: PERSON,
  people: z.array(PERSON).default([]),
  /** The folder of pictures, relative to the scenario file. */
  photos: z.string().default('photos'),
  events: z.array(z.discriminatedUnion('kind', [POST_EVENT, DM_EVENT])).default([]),
  followUps: z.array(FOLLOW_UP).default([]),
  thanks: THANKS.nullable().default(null),
  handedOver: HANDED_OVER.nullable().default(null),
  surveyed: z.array(SURVEYED).default([]),
});

/** The contents of a scenario file. */
export type ScenarioInput = z.input<typeof SCENARIO>;

/** A scenario with its defaults applied. */
export type Scenario = z.output<typeof SCENARIO>;

/** One event of a scenario. */
export type ScenarioEvent = Scenario['events'][number];

/** An account without customers; used when no scenario is given. */
export const BARE_SCENARIO: ScenarioInput = {
  account: { handle: 'harbourhelp', name: 'Harbour Help', description: 'Music, files and the odd parcel.' },
};
