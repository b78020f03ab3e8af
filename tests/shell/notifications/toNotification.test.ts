import { describe, expect, test } from 'vitest';
import type { Conversation } from '#shared/domain/conversation.ts';
import { en } from '#shell/locales/en.ts';
import { textsOf } from '#shell/locales/locales.ts';
import type { Cause, Decision, Notice } from '#shell/notifications/notice.ts';
import { toNotification } from '#shell/notifications/toNotification.ts';
import { aConversation } from '../support/aConversation.ts';

const anna = aConversation('Anna', 'My order is stuck\nsince Monday');
const tom = aConversation('Tom', 'Hello?');
const queue = { kind: 'screen', screen: 'queue' } as const;

const conversations = (first: readonly Conversation[], count: number, cause: Cause = 'opened'): Notice => ({
  kind: 'conversations',
  first: first.map((conversation) => ({ conversation, cause, text: conversation.lastMessage.text })),
  count,
  shared: cause === 'opened' || cause === 'dueSoon' || typeof cause === 'object' ? cause : null,
});
const reply = (decision: Decision): Notice => ({
  kind: 'replies',
  first: [{ conversation: anna, decision, text: 'On it' }],
  count: 1,
});
const toOne = (conversation: Conversation, cause: Cause = 'opened') =>
  toNotification(conversations([conversation], 1, cause), en);

describe('conversations', () => {
  test.each<[string, readonly Conversation[], number, ReturnType<typeof toNotification>]>([
    [
      'one by its person and first line',
      [anna],
      1,
      { title: 'Anna @anna', body: 'My order is stuck', target: { kind: 'conversation', id: anna.id } },
    ],
    [
      'several by their names',
      [anna, tom],
      5,
      { title: '5 new conversations', body: 'Anna, Tom', target: queue },
    ],
    [
      'several that could not be loaded',
      [],
      5,
      { title: '5 new conversations', body: en.openPerch, target: queue },
    ],
    ['one that could not be loaded', [], 1, { title: 'Perch', body: 'New conversation', target: queue }],
    ['none as no notification', [], 0, null],
  ])('shows %s', (_name, first, count, expected) => {
    expect(toNotification(conversations(first, count), en)).toEqual(expected);
  });

  test.each([
    ['wrote', 'Anna @anna'],
    ['snoozeEnded', 'Snooze over: Anna @anna'],
  ] as const)('shows one that returns because of %s', (cause, title) => {
    expect(toOne(anna, cause)).toMatchObject({ title, body: 'My order is stuck' });
  });

  test('shows the invisible characters of a name', () => {
    const imitator = { ...anna, person: { ...anna.person, name: 'Har\u200bbour', handle: 'har\u2060bour' } };
    expect(toOne(imitator)?.title).toBe('Har⟨U+200B⟩bour @har⟨U+2060⟩bour');
    expect(toNotification(conversations([imitator, tom], 2), en)?.body).toBe('Har⟨U+200B⟩bour, Tom');
  });

  test('does not call several new if one of them returned', () => {
    expect(toNotification(conversations([anna, tom], 2, 'wrote'), en)?.title).toBe(
      '2 conversations need you',
    );
  });
});

describe('foreign text', () => {
  test('is truncated between characters', () => {
    expect(toOne(aConversation('Anna', '🐦'.repeat(200)))?.body).toBe(`${'🐦'.repeat(139)}…`);
    expect(toOne(aConversation('Anna', '👩‍👩‍👧‍👦'.repeat(50)))?.body).toBe(`${'👩‍👩‍👧‍👦'.repeat(19)}…`);
  });

  test('has no control characters, no direction overrides and one line', () => {
    const hostile = aConversation(
      'An\u202ena\u0007\n',
      '\u2028 \u200f\n\r\u0000Pay\u2066 \u202eevil\u0085now\ud800',
    );
    expect(toOne(hostile)).toMatchObject({ title: 'An⟨U+202E⟩na @anna', body: 'Pay evil' });
  });

  test('that is never a replacement pattern', () => {
    expect(toOne(aConversation("$& $' {name}", 'R&D <3 $&'), 'snoozeEnded')).toMatchObject({
      title: "Snooze over: $& $' {name} @anna",
      body: 'R&D <3 $&',
    });
  });

  test.each(['', '\n \n', '\u200b\u202e', '\u2066\u0301'])('%j gives no empty body', (text) => {
    expect(toOne(aConversation('Anna', text))?.body).toBe('Message without text');
  });

  test.each([
    ['photo', 'Photo'],
    ['audio', 'Voice message'],
    ['unreadable', 'Cannot be read here'],
  ] as const)('of a message that is only %s says so', (content, body) => {
    const lastMessage = { ...anna.lastMessage, text: '', content };
    expect(toOne({ ...anna, lastMessage })?.body).toBe(body);
  });

  test('cannot speak as Perch', () => {
    expect(toOne(aConversation('Perch', 'Log in again', 'evil'))?.title).toBe('Perch @evil');
  });

  test('is the handle where the name shows nothing', () => {
    const nameless = { ...anna, person: { id: '1', handle: 'annadv', name: '\u202e\u200b ' } };
    expect(toOne(nameless)?.title).toBe('@annadv');
  });
});

test.each([
  ['refused', 'Reply to Anna not sent'],
  ['stopped', 'Reply to Anna held: check first'],
  ['unknown', 'Reply to Anna may have been sent'],
] as const)('a %s reply leads to its conversation', (decision, title) => {
  const target = { kind: 'conversation', id: anna.id };
  expect(toNotification(reply(decision), en)).toEqual({ title, body: 'On it', target });
});

test('several replies lead to the outbox', () => {
  const notice = { ...reply('refused'), count: 3 } as Notice;
  const target = { kind: 'screen', screen: 'outbox' };
  expect(toNotification(notice, en)).toEqual({ title: '3 replies need a decision', body: 'Anna', target });
});

test.each([
  ['capReached', 'costs'],
  ['loginLost', 'connect'],
  ['engineStopped', 'queue'],
] as const)('%s leads to %s, in every language', (kind, screen) => {
  for (const language of ['en', 'nl', 'fr'] as const) {
    const content = toNotification({ kind }, textsOf(language));
    expect(content?.target).toEqual({ kind: 'screen', screen });
    expect(content?.title).not.toBe('');
    expect(content?.body).not.toBe('');
  }
});

test.each([
  [1, 'A new post in the Watchlist'],
  [4, '4 new posts in the Watchlist'],
])('%i posts of the Watchlist lead there', (count, title) => {
  expect(toNotification({ kind: 'hits', count }, en)).toEqual({
    title,
    body: 'Your saved searches found them.',
    target: { kind: 'screen', screen: 'listening' },
  });
});

test('a rule that notifies is named, with its conversation or their number', () => {
  const one = toOne(anna, { rule: 'Press\nasks' });
  expect(one?.title).toMatch(/^Press: Anna/);
  expect(one?.target).toEqual({ kind: 'conversation', id: anna.id });
  const many = toNotification(conversations([anna], 60, { rule: 'Press' }), en);
  expect(many).toMatchObject({ title: 'Press: 60 conversations need you', target: queue });
  expect(toOne(anna, { rule: '' })?.title).toMatch(/^Anna/);
});

describe('what was held while nothing was to disturb', () => {
  const nothing = { kind: 'summary', conversations: 0, replies: 0, hits: 0, others: [] } as const;

  test('names the most important first, and leads there', () => {
    const summary = { ...nothing, conversations: 1, replies: 2, hits: 1, others: ['loginLost'] as const };
    expect(toNotification(summary, en)).toEqual({
      title: 'While you were not disturbed',
      body: 'Logged out of X · 2 replies need a decision · A conversation needs you · A new post in the Watchlist',
      target: { kind: 'screen', screen: 'connect' },
    });
    expect(toNotification({ ...nothing, conversations: 1 }, en)?.target).toEqual({
      kind: 'screen',
      screen: 'queue',
    });
  });

  test('is no notification if nothing is left of it', () => {
    expect(toNotification(nothing, en)).toBeNull();
  });
});
