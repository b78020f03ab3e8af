import { screen, within } from '@testing-library/react';
import { ConversationPane } from '#renderer/features/Conversation/ConversationPane.tsx';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Message } from '#shared/domain/message.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage } from '../../support/builders.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { renderWithEngine } from '../../support/renderWithEngine.tsx';

let nextId = 0;

/** Each render uses its own conversation id. */
export function drawConversation(
  messages: readonly Message[],
  handlers: FakeHandlers = {},
  change: Partial<Conversation> = {},
) {
  const id = `own-${nextId++}`;
  const rendered = renderWithEngine(<ConversationPane id={id} />, {
    handlers: {
      'conversations.get': () =>
        ok(
          aHistoryPage(
            aConversation({ id, ...change }),
            messages.map((message) => ({ ...message, conversationId: id })),
          ),
        ),
      ...handlers,
    },
  });
  return { ...rendered, id };
}

/** The bubble of the message with this text. */
export async function bubbleOf(text: string) {
  const found = await screen.findByText(text, { selector: 'article p, article p *' });
  const bubble = found.closest('article');
  if (!bubble) throw new Error('no bubble');
  return within(bubble);
}
