import { expect, it } from 'vitest';
import { emptyHistory, type HistoryPage, mergeNewest, mergeOlder } from '#renderer/workspace/history.ts';
import { aMessage, anActivity } from '../conversation/support/message.ts';
import { aConversation } from '../support/builders.ts';

function page(ids: readonly string[], previous?: string): HistoryPage {
  return {
    conversation: aConversation(),
    messages: ids.map((id) => aMessage({ id })),
    activities: [anActivity()],
    gaps: [],
    ...(previous === undefined ? {} : { previous }),
  };
}

const idsOf = (history: { readonly messages: readonly { readonly id: string }[] }) =>
  history.messages.map((message) => message.id).join('');

const start = mergeNewest(emptyHistory, page(['c', 'd'], 'at-c'));

it('takes the first page as it is', () => {
  expect([idsOf(start), start.previous]).toEqual(['cd', 'at-c']);
});

it('prepends older pages without duplicates', () => {
  const history = mergeOlder(start, page(['a', 'b', 'c']));
  expect([idsOf(history), history.previous]).toEqual(['abcd', undefined]);
  expect(history.activities).toHaveLength(1);
});

it('keeps older messages when the newest page advances', () => {
  const history = mergeNewest(mergeOlder(start, page(['a', 'b'])), page(['d', 'e', 'f'], 'at-d'));
  expect([idsOf(history), history.previous]).toEqual(['abcdef', undefined]);
});

it('drops a message that the newest page no longer contains', () => {
  expect(idsOf(mergeNewest(start, page(['c', 'e'], 'at-c')))).toBe('ce');
});

it('starts over if the newest page does not overlap what was loaded', () => {
  const history = mergeNewest(start, page(['x', 'y'], 'at-x'));
  expect([idsOf(history), history.previous]).toEqual(['xy', 'at-x']);
});
