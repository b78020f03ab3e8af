import { expect, test } from 'vitest';
import type { Conversation } from '#shared/domain/conversation.ts';
import { en } from '#shell/locales/en.ts';
import { toNotification } from '#shell/notifications/toNotification.ts';
import { aConversation } from '../support/aConversation.ts';

const anna = aConversation('Anna', 'My order is stuck\nsince Monday');
const tom = aConversation('Tom', 'Hello?');

test.each<[string, readonly Conversation[], number, ReturnType<typeof toNotification>]>([
  [
    'one by its person and first line',
    [anna],
    1,
    { title: 'Anna', body: 'My order is stuck', conversationId: anna.id },
  ],
  [
    'several by their names',
    [anna, tom],
    5,
    { title: '5 new conversations', body: 'Anna, Tom', conversationId: null },
  ],
  [
    'several that could not be loaded',
    [],
    5,
    { title: '5 new conversations', body: en.openPerch, conversationId: null },
  ],
  ['one that could not be loaded', [], 1, { title: 'Perch', body: 'New conversation', conversationId: null }],
  ['none as no notification', [], 0, null],
])('shows %s', (_name, first, count, expected) => {
  expect(toNotification(first, count, en)).toEqual(expected);
});

test('truncates a long line between characters', () => {
  const content = toNotification([aConversation('Anna', '🐦'.repeat(200))], 1, en);
  expect(content?.body).toBe(`${'🐦'.repeat(139)}…`);
});

test.each([
  [{ text: '', placeholder: 'photo' as const }, 'Photo'],
  [{ text: '\u200b', placeholder: 'empty' as const }, 'No text'],
  [{ text: '', placeholder: 'audio' as const }, 'Voice message'],
  [{ text: '\n\n hello' }, 'hello'],
])('says %j in words', (message, body) => {
  const conversation = aConversation('Anna', '');
  const lastMessage = { ...conversation.lastMessage, ...message };
  expect(toNotification([{ ...conversation, lastMessage }], 1, en)?.body).toBe(body);
});
