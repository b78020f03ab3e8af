import { describe, expect, test } from 'vitest';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import { getPerson } from '#engine/store/people.ts';
import { storeSentMessage } from '#engine/store/sentMessages.ts';
import { err, type Result } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage, testAccount } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { testEngine } from '../../support/testEngine.ts';

function unwrap<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A person with `count` mentions, a minute apart. */
async function longHistory(count: number) {
  const engine = testEngine();
  const messages = Array.from({ length: count }, (_, n) =>
    someMessage({ at: MORNING - (count - n) * MINUTE_MS, text: `m${n}` }),
  );
  await engine.capture(messages);
  const id = `c${messages[0]?.xId}`;
  const get = (limit: number, before?: string) =>
    unwrap(handlers['conversations.get'](engine.ctx, { id, limit, before }));
  return { ...engine, id, get, messages };
}

async function aroundHistory() {
  const { get: _, ...engine } = await longHistory(100);
  const textsOf = (page: { readonly messages: readonly { readonly text: string }[] }) =>
    page.messages.map(({ text }) => text);
  return { engine, id: engine.id, messages: engine.messages, textsOf };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `m${from + n}`);

describe('a history', () => {
  test('is read backwards page by page, each page oldest first', async () => {
    const { get } = await longHistory(25);
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = get(10, before);
      seen.unshift(...page.messages.map((message) => message.text));
      before = page.previous;
    } while (before !== undefined);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `m${n}`));
  });

  test('is read around a message, and from there page by page in both directions', async () => {
    const { engine, id, messages, textsOf } = await aroundHistory();
    const get = (place: object) =>
      unwrap(handlers['conversations.get'](engine.ctx, { id, limit: 10, ...place }));
    const middle = get({ around: `post-${messages[50]?.xId}` });
    expect(textsOf(middle)).toEqual(range(45, 55));
    const newer = get({ after: middle.next });
    expect(textsOf(newer)).toEqual(range(55, 65));
    expect(textsOf(get({ before: middle.previous }))).toEqual(range(35, 45));
    expect(textsOf(get({ before: newer.previous }))).toEqual(range(45, 55));
    const last = get({ around: `post-${messages[97]?.xId}` });
    expect([textsOf(last), last.next]).toEqual([range(90, 100), undefined]);
    const first = get({ around: `post-${messages[1]?.xId}` });
    expect([textsOf(first), first.previous]).toEqual([range(0, 6), undefined]);
    const end = get({ after: get({ around: `post-${messages[90]?.xId}` }).next });
    expect([textsOf(end), end.next]).toEqual([range(90, 100), undefined]);
  });

  test('is not read around a message of somebody else, nor from two places', async () => {
    const { engine, id, messages } = await aroundHistory();
    const get = (place: object) => handlers['conversations.get'](engine.ctx, { id, limit: 10, ...place });
    const other = someMessage({ personId: '99', authorId: '99' });
    await engine.capture([other]);
    for (const around of [`post-${other.xId}`, 'post-1', 'o1']) {
      expect(get({ around })).toEqual(err({ code: 'notFound', what: 'message', id: around }));
    }
    const { previous } = unwrap(get({}));
    expect(get({ before: previous, around: `post-${messages[0]?.xId}` })).toMatchObject({
      error: { code: 'invalid', path: 'around' },
    });
    expect(get({ after: '???' })).toMatchObject({ error: { code: 'invalid', path: 'after' } });
  });

  test('has each unsent reply on exactly one page', async () => {
    const { get, ctx, id } = await longHistory(25);
    const times = [4.5, 15.5, 24.5];
    for (const [n, minute] of times.entries()) {
      putOutboxRow(ctx.db, {
        id: `o${n}`,
        conversationId: id,
        at: MORNING - (25 - minute) * MINUTE_MS,
        state: 'unknown',
      });
    }
    const first = get(10);
    const second = get(10, first.previous);
    const third = get(10, second.previous);
    const unsent = [first, second, third].map((page) =>
      page.messages.flatMap((message) => message.outboxId ?? []),
    );
    expect(unsent).toEqual([['o1', 'o2'], [], ['o0']]);
  });

  test('spans posts, private messages and all conversations of the person', async () => {
    const engine = testEngine();
    const post = someMessage({ at: MORNING - 100 * 60 * MINUTE_MS, text: 'public' });
    await engine.capture([post]);
    await handlers['conversations.setStatus'](engine.ctx, { id: `c${post.xId}`, status: 'resolved' });
    engine.clock.jump(80 * 60 * MINUTE_MS);
    const dm = someMessage({ kind: 'dm', reason: 'dm', at: engine.clock.now(), text: 'private' });
    await engine.capture([dm]);
    const page = unwrap(handlers['conversations.get'](engine.ctx, { id: `c${dm.xId}`, limit: 10 }));
    expect(page.messages.map(({ text, kind, conversationId }) => [text, kind, conversationId])).toEqual([
      ['public', 'post', `c${post.xId}`],
      ['private', 'dm', `c${dm.xId}`],
    ]);
    expect(page.activities.map((activity) => activity.kind)).toEqual([
      'conversationOpened',
      'statusSet',
      'conversationOpened',
    ]);
  });

  test('shows a reply once, while it goes out and after X has it', async () => {
    const { get, ctx, id, clock } = await longHistory(1);
    const shown = () => get(10).messages.filter((message) => message.outboxId);
    const at = clock.now();
    putOutboxRow(ctx.db, { id: 'o1', conversationId: id, at, state: 'sending', channel: 'dm' });
    expect(shown()).toMatchObject([
      { id: 'o1', xId: null, kind: 'dm', state: 'sending', agent: 'Sam', author: testAccount },
    ]);
    putOutboxRow(ctx.db, { id: 'o1', conversationId: id, at, state: 'sent', channel: 'dm', xId: '77' });
    const sent = { kind: 'dm', xId: '77', text: 'an answer', at, inReplyTo: null } as const;
    storeSentMessage(ctx.db, { ...sent, accountId: testAccount.id, personId: '1', conversationId: id }, at);
    expect(shown()).toMatchObject([
      { id: 'dm-77', xId: '77', kind: 'dm', state: 'sent', agent: 'Sam', outboxId: 'o1' },
    ]);
  });

  test('shows a reply as it was written, even if capture stored it first', async () => {
    const { get, ctx, id, clock, capture } = await longHistory(1);
    const own = { role: 'own', reason: null, xId: '77', at: clock.now() } as const;
    await capture([someMessage({ ...own, text: '@person1 an answer' })]);
    putOutboxRow(ctx.db, { id: 'o1', conversationId: id, at: clock.now(), state: 'sent', xId: '77' });
    await handlers['conversations.markRead'](ctx, { id });
    const { messages, conversation } = get(10);
    expect(messages.at(-1)).toMatchObject({ id: 'post-77', outboxId: 'o1', text: 'an answer' });
    expect(conversation.lastMessage).toMatchObject({ id: 'post-77', text: 'an answer' });
  });

  test('dates the person from the oldest message, whenever that was captured', async () => {
    const { ctx, capture, messages } = await longHistory(3);
    const firstSeenAt = () => getPerson(ctx.db, '1')?.firstSeenAt;
    expect(firstSeenAt()).toBe(messages[0]?.at);
    await capture([someMessage({ at: MORNING - 90 * MINUTE_MS })]);
    expect(firstSeenAt()).toBe(MORNING - 90 * MINUTE_MS);
  });

  test.each([
    ['an unknown conversation', { id: 'c0', limit: 5 }, { code: 'notFound', what: 'conversation', id: 'c0' }],
    ['a made-up place', { limit: 5, before: 'nonsense' }, { code: 'invalid', path: 'before' }],
  ])('rejects %s', async (_, input, error) => {
    const { ctx, id } = await longHistory(1);
    expect(handlers['conversations.get'](ctx, { id, ...input })).toMatchObject({ ok: false, error });
  });
});
