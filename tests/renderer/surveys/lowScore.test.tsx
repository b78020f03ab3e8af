import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConversationPane } from '#renderer/features/Conversation/ConversationPane.tsx';
import type { Activity } from '#shared/domain/activity.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, testNow } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

function draw(facts: Activity['facts']) {
  const activity = {
    id: 'a1',
    at: testNow,
    agent: null,
    kind: 'surveyFollowUp',
    conversationId: 'c1',
    facts,
  };
  const page = aHistoryPage(aConversation(), [aMessage()]);
  renderWithEngine(<ConversationPane id="c1" />, {
    handlers: { 'conversations.get': () => ok({ ...page, activities: [activity as Activity] }) },
  });
}

it('says in the timeline which low score brought the conversation back', async () => {
  draw({ surveyId: 's1', score: 2, of: 5 });
  expect(await screen.findByText('Back in the queue: low score, 2 of 5')).toBeDefined();
});

it('says for whom it is not, if there is a colleague', async () => {
  draw({ surveyId: 's1', score: 0, of: 10, handledBy: 'Robin' });
  const line = 'Back in the queue for a colleague of Robin: low score, 0 of 10';
  expect(await screen.findByText(line)).toBeDefined();
});
