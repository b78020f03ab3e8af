import { z } from 'zod';
import { ReplyLanguage } from './replyLanguage.ts';

/**
 * How far a handover has come that X has:
 * - `sent`: it waits for the person's first private message;
 * - `reminded`: it waits, and the reminder is on X too;
 * - `arrived`: the person has written in private;
 * - `givenUp`: nobody waits for it any more.
 */
export const HandoverState = z.enum(['sent', 'reminded', 'arrived', 'givenUp']);
export type HandoverState = z.infer<typeof HandoverState>;

/** The newest handover of a conversation. */
export const Handover = z.object({
  state: HandoverState,
  /** When X had it. */
  sentAt: z.number(),
  remindedAt: z.number().optional(),
  arrivedAt: z.number().optional(),
  /** Whether it has a link that opens a private message. */
  withLink: z.boolean(),
  /** Perch has asked for a reminder, and nobody has written one yet. */
  remindDue: z.boolean(),
});
export type Handover = z.infer<typeof Handover>;

const wording = z.string().trim().min(1).max(240);

/**
 * What a handover says in one language: written texts with the variables of the library (variables.ts), and with `{account}` for the
 * handle of the account and its @.
 */
export const HandoverWording = z.strictObject({
  /** Before the link. */
  link: wording,
  /** Without a link. */
  words: wording,
  reminder: wording,
  /** In public once the private message is there. */
  closing: wording,
  /** What the link writes into the private message for the person. */
  prefill: z.string().trim().max(240),
});
export type HandoverWording = z.infer<typeof HandoverWording>;

/** What happens when no private message has come in time: the agent is asked, Perch sends the reminder itself, or nothing. */
export const HandoverReminder = z.enum(['ask', 'auto', 'off']);

/** How a workspace moves conversations to private messages. */
export const HandoverSettings = z.strictObject({
  /** Whether handovers have a link; what an agent chose last. */
  usesLink: z.boolean(),
  reminder: HandoverReminder,
  remindAfterHours: z.number().int().min(1).max(720),
  /** After the handover or, if there was one, the reminder. */
  giveUpAfterHours: z.number().int().min(1).max(2_160),
  /** Whether Perch offers a closing line for the public thread. */
  closing: z.boolean(),
  wordings: z.record(ReplyLanguage, HandoverWording),
});
export type HandoverSettings = z.infer<typeof HandoverSettings>;

const COMPOSE = 'https://x.com/messages/compose?recipient_id=';

/**
 * The address that opens a private message to an account, with this text in it. X shows it as a button if it ends the post, and as a
 * link elsewhere (business.twitter.com, "Moving from a public Tweet to a private conversation"). Signs that end an address for X are
 * escaped too, which `encodeURIComponent` leaves alone.
 */
export function toHandoverLink(accountId: string, prefill: string): string {
  const text = encodeURIComponent(prefill).replace(
    /[!'()*.~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${COMPOSE}${accountId}${text === '' ? '' : `&text=${text}`}`;
}

/** Whether a text has a link that opens a private message to the account. */
export function hasHandoverLink(text: string, accountId: string): boolean {
  return new RegExp(
    `https://(?:x|twitter)\\.com/messages/compose\\?recipient_id=${accountId}(?!\\d)`,
    'i',
  ).test(text);
}
