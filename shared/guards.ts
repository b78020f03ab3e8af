import { z } from 'zod';
import { PrivateData } from './privateData.ts';

/** What Perch looks at before a reply goes out; the order is that of the warnings. */
export const GuardCode = z.enum([
  'personalData',
  'wrongChannel',
  'nearDuplicate',
  'unseenMessage',
  'foreignLink',
  'price',
]);
export type GuardCode = z.infer<typeof GuardCode>;

/** The guards that keep a reply from being sent until somebody overrules them. */
export const refusingGuards: readonly GuardCode[] = ['personalData', 'wrongChannel'];

/** Personal data in a text: positions in UTF-16 units, the end exclusive. `name` is that of the own pattern that found it. */
export const PersonalItem = z.object({
  kind: PrivateData,
  start: z.number().int(),
  end: z.number().int(),
  name: z.string().optional(),
});
export type PersonalItem = z.infer<typeof PersonalItem>;

/** Why a text belongs on the other channel: it refers to private messages, repeats what only they say, or asks for data. */
export const WrongChannelReason = z.enum(['refersToPrivate', 'quotesPrivate', 'asksForData']);
export type WrongChannelReason = z.infer<typeof WrongChannelReason>;

const warning = <C extends GuardCode, S extends z.ZodRawShape>(code: C, facts: S) =>
  z.object({ code: z.literal(code), ...facts });

/** What a guard says about a text, and why. */
export const Warning = z.discriminatedUnion('code', [
  warning('personalData', { items: z.array(PersonalItem) }),
  warning('wrongChannel', {
    suggested: z.enum(['public', 'dm']),
    reason: WrongChannelReason,
    /** The words that say so, in UTF-16 units, the end exclusive. */
    start: z.number().int(),
    end: z.number().int(),
  }),
  /** The same words went to this person, or were posted in public minutes ago, which X takes for spam. */
  warning('nearDuplicate', { where: z.enum(['person', 'public']), at: z.number(), text: z.string() }),
  warning('unseenMessage', { count: z.number().int() }),
  /** Hosts that are not the company's. */
  warning('foreignLink', { links: z.array(z.string()) }),
  /** What the link makes of the price, in US dollars. */
  warning('price', { usd: z.number(), usualUsd: z.number() }),
]);
export type Warning = z.infer<typeof Warning>;
