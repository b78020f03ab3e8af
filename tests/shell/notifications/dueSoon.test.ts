import { expect, test } from 'vitest';
import { en } from '#shell/locales/en.ts';
import { toNotification } from '#shell/notifications/toNotification.ts';
import { aConversation } from '../support/aConversation.ts';

const queue = { kind: 'screen', screen: 'queue' } as const;
const soon = (...names: readonly string[]) => ({
  kind: 'conversations' as const,
  first: names.map((name) => ({
    conversation: aConversation(name, 'Hello?'),
    cause: 'dueSoon' as const,
    text: 'Hello?',
  })),
  count: names.length,
  shared: 'dueSoon' as const,
});

test('a reply that is due soon names its person and leads to the conversation', () => {
  expect(toNotification(soon('Anna'), en)).toEqual({
    title: 'Reply due soon: Anna @anna',
    body: 'Hello?',
    target: { kind: 'conversation', id: aConversation('Anna', '').id },
  });
});

test('several lead to the queue, where the nearest are first', () => {
  expect(toNotification(soon('Anna', 'Tom'), en)).toEqual({
    title: '2 replies are due soon',
    body: 'Anna, Tom',
    target: queue,
  });
});

test.each([
  [1, 'A reply is overdue'],
  [4, '4 replies are overdue'],
])('what became overdue meanwhile is one summary: %i', (count, title) => {
  expect(toNotification({ kind: 'overdue', count }, en)).toMatchObject({ title, target: queue });
});
