import { z } from 'zod';
import type { Message } from './message.ts';

/** What there is to say about a message that has no words: what it holds instead, or why there are none. */
export const MessageContent = z.enum([
  'photo',
  'video',
  'gif',
  'audio',
  'poll',
  'other',
  'post',
  'unreadable',
  'deleted',
  'empty',
]);
export type MessageContent = z.infer<typeof MessageContent>;

// Spaces and signs that draw nothing; the braille blank is none of them by Unicode.
const blank = /^(?:\s|\p{Cc}|\p{Cf}|\p{DI}|\u2800)*$/u;

type Worded = Pick<Message, 'text' | 'deletedAt' | 'unreadable'> & {
  readonly media: readonly Pick<Message['media'][number], 'type'>[];
  readonly attachments: readonly Pick<Message['attachments'][number], 'kind'>[];
  readonly quotes: readonly unknown[];
};

/** What a list says in place of a message's words; null if it has words. */
export function toContent(message: Worded): MessageContent | null {
  const { text, deletedAt, unreadable, media, attachments, quotes } = message;
  if (deletedAt !== null) return 'deleted';
  if (unreadable) return 'unreadable';
  if (!blank.test(text)) return null;
  return media[0]?.type ?? attachments[0]?.kind ?? (quotes.length > 0 ? 'post' : 'empty');
}
