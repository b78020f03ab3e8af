import type { Conversation } from '#shared/domain/conversation.ts';
import type { Texts } from '../locales/en.ts';
import { withCount } from '../locales/locales.ts';
import { toShownText } from './shownText.ts';

/** The content of a notification of the operating system. */
export interface NotificationContent {
  readonly title: string;
  readonly body: string;
  /** The conversation that a click opens; null to show the window only. */
  readonly conversationId: string | null;
}

const MAX_LENGTH = 140;

/**
 * The notification about new conversations; null for none. One conversation is shown with its person and first line,
 * several with their number and the first names. `conversations` may lack those that could not be loaded.
 */
export function toNotification(
  conversations: readonly Conversation[],
  count: number,
  texts: Texts,
): NotificationContent | null {
  if (count === 0) return null;
  if (count === 1) return toSingleNotification(conversations[0], texts);
  const names = conversations.map((conversation) => conversation.person.name);
  return {
    title: withCount(texts.newConversations, count),
    body: names.length > 0 ? truncate(names.join(', ')) : texts.openPerch,
    conversationId: null,
  };
}

function toSingleNotification(conversation: Conversation | undefined, texts: Texts): NotificationContent {
  if (!conversation) return { title: 'Perch', body: texts.newConversation, conversationId: null };
  return {
    title: conversation.person.name || texts.newConversation,
    body: truncate(toShownText(conversation.lastMessage, texts)),
    conversationId: conversation.id,
  };
}

function truncate(text: string): string {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? '';
  const characters = [...line];
  return characters.length <= MAX_LENGTH ? line : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
}
