import type { Conversation } from '#shared/domain/conversation.ts';
import type { Texts } from '../locales/en.ts';

/** The text of the last message of a conversation, or words for what it is if there is nothing to read. */
export function toShownText({ text, placeholder }: Conversation['lastMessage'], texts: Texts): string {
  return placeholder === undefined ? text : texts[`placeholder.${placeholder}`];
}
