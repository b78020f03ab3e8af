import type { Conversation } from '#shared/domain/conversation.ts';
import type { Words } from '../words/en.ts';
import { withCount } from '../words/words.ts';

/** One notification of the operating system. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** What a click opens; null for just the window. */
  readonly conversationId: string | null;
}

const LONGEST = 140;

/** One conversation by its person and first line, where it could be read; several as their number and the first names. */
export function toNotification(
  conversations: readonly Conversation[],
  count: number,
  words: Words,
): Notice | null {
  if (count === 0) return null;
  if (count === 1) return toSingleNotice(conversations[0], words);
  const names = conversations.map((conversation) => conversation.person.name);
  return {
    title: withCount(words.newConversations, count),
    body: names.length > 0 ? shortened(names.join(', ')) : words.openPerch,
    conversationId: null,
  };
}

function toSingleNotice(conversation: Conversation | undefined, words: Words): Notice {
  if (!conversation) return { title: 'Perch', body: words.newConversation, conversationId: null };
  return {
    title: conversation.person.name || words.newConversation,
    body: shortened(conversation.lastMessage.text),
    conversationId: conversation.id,
  };
}

function shortened(text: string): string {
  const line = text.split('\n', 1)[0]?.trim() ?? '';
  const letters = [...line];
  return letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
