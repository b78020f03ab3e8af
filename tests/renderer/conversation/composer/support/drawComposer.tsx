import { screen } from '@testing-library/react';
import { ConversationPane } from '#renderer/features/Conversation/ConversationPane.tsx';
import type { Message } from '#shared/domain/message.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage } from '../../../support/builders.ts';
import type { FakeHandlers } from '../../../support/fakeEngine.ts';
import { renderWithEngine } from '../../../support/renderWithEngine.tsx';

export const publicField = () => screen.findByRole('textbox', { name: 'Public reply to @annadv' });
export const dmField = () => screen.findByRole('textbox', { name: 'Private message to Anna de Vries' });
export const publicSend = () => screen.getByRole('button', { name: 'Reply in public to @annadv' });
export const dmSend = () => screen.getByRole('button', { name: 'Send privately to Anna' });

/** Renders the conversation `c1` with Anna; the engine accepts every reply. */
export function drawComposer(handlers: FakeHandlers = {}) {
  return renderWithEngine(<ConversationPane id="c1" />, {
    handlers: { 'replies.send': () => ok({ outboxId: 'o1' }), ...handlers },
  });
}

/** A conversation with these messages. */
export function withMessages(messages: () => Message[]): FakeHandlers {
  return {
    'conversations.get': ({ id }) => ok(aHistoryPage(aConversation({ id }), messages())),
  };
}
