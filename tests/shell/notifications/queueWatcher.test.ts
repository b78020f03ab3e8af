import { beforeEach, expect, test } from 'vitest';
import { ok } from '#shared/result.ts';
import type { EngineClient } from '#shared/rpc/client.ts';
import type { Notice } from '#shell/notifications/notice.ts';
import { type QueueWatcher, watchQueue } from '#shell/notifications/queueWatcher.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { aConversation } from '../support/aConversation.ts';

let clock: ReturnType<typeof fakeClock>;
let counted: number[];
let groups: { names: string[]; count: number }[];
let notices: Notice[];
let settled: string[];
let notDue: string[];
let calls: string[];
let watcher: QueueWatcher;

function collect(notice: Notice): void {
  notices.push(notice);
  if (notice.kind !== 'conversations') return;
  groups.push({
    names: notice.first.map(({ conversation }) => conversation.person.name),
    count: notice.count,
  });
}

beforeEach(() => {
  clock = fakeClock();
  counted = [];
  groups = [];
  notices = [];
  settled = [];
  notDue = [];
  calls = [];
  const call = async (method: string, input: unknown) => {
    calls.push(method);
    if (method === 'conversations.counts') return ok({ counts: { queue: 3 } });
    if (method === 'system.info') return ok({ account: { id: '1', handle: 'Harbour', name: 'Harbour' } });
    if (method === 'rules.list') return ok({ items: [{ id: 'r1', name: 'Press' }] });
    if (method === 'outbox.list') return ok({ items: [{ id: 'o1', text: 'On it' }] });
    const { id } = input as { id: string };
    const waitingSince = settled.includes(id) ? null : 0;
    const dueAt = notDue.includes(id) ? null : 1;
    return ok({ conversation: { ...aConversation(id, '@harbour @tom Hello'), waitingSince, dueAt } });
  };
  watcher = watchQueue({
    clock,
    call: call as unknown as EngineClient['call'],
    onCount: (count) => void counted.push(count),
    onNotice: collect,
  });
});

test('counts once for many changes in quick succession', async () => {
  for (let change = 0; change < 10; change += 1) {
    watcher.handleEvent({ name: 'conversations.changed', params: { ids: [String(change)] } });
  }
  await clock.advance(1_000);
  expect(counted).toEqual([3]);
  expect(calls).toEqual(['conversations.counts']);
});

test('groups new conversations and fetches the first three only', async () => {
  watcher.handleEvent({ name: 'conversations.opened', params: { ids: ['a', 'b', 'c'] } });
  watcher.handleEvent({ name: 'conversations.opened', params: { ids: ['c', 'd', 'e'] } });
  await clock.advance(1_500);
  expect(groups).toEqual([{ names: ['a', 'b', 'c'], count: 5 }]);
  watcher.handleEvent({ name: 'conversations.opened', params: { ids: ['f'] } });
  await clock.advance(1_500);
  expect(groups.at(-1)).toEqual({ names: ['f'], count: 1 });
});

test('drops a pending group when its workspace is closed', async () => {
  watcher.handleEvent({ name: 'conversations.opened', params: { ids: ['a', 'b'] } });
  watcher.reset();
  watcher.handleEvent({ name: 'conversations.opened', params: { ids: ['c'] } });
  await clock.advance(1_500);
  expect(groups).toEqual([{ names: ['c'], count: 1 }]);
});

test('drops a group whose workspace is closed while its conversations are fetched', async () => {
  let respond = () => {};
  const slow = watchQueue({
    clock,
    call: (() =>
      new Promise((resolve) => {
        respond = () => resolve(ok({ conversation: aConversation('a', 'Hello') }));
      })) as unknown as EngineClient['call'],
    onCount: () => {},
    onNotice: collect,
  });
  slow.handleEvent({ name: 'conversations.opened', params: { ids: ['a'] } });
  await clock.advance(1_500);
  slow.reset();
  respond();
  await clock.advance(0);
  expect(groups).toEqual([]);
});

test('does nothing after a stop', async () => {
  watcher.handleEvent({ name: 'conversations.opened', params: { ids: ['a'] } });
  watcher.stop();
  await clock.advance(5_000);
  expect(counted).toEqual([]);
  expect(groups).toEqual([]);
});

test('groups what returns with what is new, each once and with its cause', async () => {
  watcher.handleEvent({ name: 'conversations.opened', params: { ids: ['a'] } });
  watcher.handleEvent({ name: 'conversations.returned', params: { ids: ['a', 'b'], reason: 'wrote' } });
  watcher.handleEvent({ name: 'conversations.returned', params: { ids: ['c'], reason: 'snoozeEnded' } });
  await clock.advance(1_500);
  expect(notices).toMatchObject([
    { first: [{ cause: 'opened' }, { cause: 'wrote' }, { cause: 'snoozeEnded' }], count: 3, shared: null },
  ]);
});

test('leaves out conversations that were replied to elsewhere meanwhile, but not an ended snooze', async () => {
  settled = ['b', 'c'];
  watcher.handleEvent({ name: 'conversations.returned', params: { ids: ['a', 'b'], reason: 'wrote' } });
  watcher.handleEvent({ name: 'conversations.returned', params: { ids: ['c'], reason: 'snoozeEnded' } });
  await clock.advance(1_500);
  expect(groups).toEqual([{ names: ['a', 'c'], count: 2 }]);
});

test('passes on a reply that needs a decision with its words', async () => {
  const params = { id: 'o1', conversationId: 'a', kind: 'refused' } as const;
  watcher.handleEvent({ name: 'outbox.needsDecision', params });
  await clock.advance(1_500);
  expect(notices).toEqual([
    {
      kind: 'replies',
      first: [
        {
          conversation: { ...aConversation('a', '@harbour @tom Hello'), dueAt: 1 },
          decision: 'refused',
          text: 'On it',
        },
      ],
      count: 1,
    },
  ]);
});

test('passes on the cap and a lost login at once', () => {
  watcher.handleEvent({ name: 'budget.stopped', params: { spentUsd: 50 } });
  watcher.handleEvent({ name: 'account.signedOut', params: {} });
  watcher.handleEvent({ name: 'account.loginLost', params: {} });
  expect(notices).toEqual([{ kind: 'capReached' }, { kind: 'loginLost' }]);
});

test('groups the posts that saved searches found, without those of a workspace that was closed', async () => {
  watcher.handleEvent({ name: 'listening.found', params: { count: 5 } });
  watcher.reset();
  for (const count of [2, 1]) watcher.handleEvent({ name: 'listening.found', params: { count } });
  await clock.advance(5_000);
  expect(notices).toEqual([{ kind: 'hits', count: 3 }]);
});

test('leaves the handle of the account out of the words, as lists do, and no other', async () => {
  watcher.handleEvent({ name: 'conversations.opened', params: { ids: ['c1'] } });
  await clock.advance(5_000);
  expect(notices).toMatchObject([{ first: [{ text: '@tom Hello' }] }]);
});

test('groups replies that are due soon, without what was replied to meanwhile', async () => {
  notDue = ['b'];
  watcher.handleEvent({ name: 'conversations.dueSoon', params: { ids: ['a', 'b'] } });
  watcher.handleEvent({ name: 'conversations.dueSoon', params: { ids: ['c'] } });
  await clock.advance(1_500);
  expect(groups).toEqual([{ names: ['a', 'c'], count: 2 }]);
  expect(notices).toMatchObject([{ shared: 'dueSoon' }]);
});

test('passes on how many became overdue', () => {
  watcher.handleEvent({ name: 'conversations.overdue', params: { count: 4 } });
  expect(notices).toEqual([{ kind: 'overdue', count: 4 }]);
});

test('names the rule that notifies, also where its conversation is new or waits for nobody', async () => {
  settled = ['b'];
  watcher.handleEvent({ name: 'conversations.opened', params: { ids: ['a'] } });
  watcher.handleEvent({ name: 'rules.notified', params: { ruleId: 'r1', conversationId: 'a' } });
  watcher.handleEvent({ name: 'rules.notified', params: { ruleId: 'r1', conversationId: 'b' } });
  await clock.advance(2_000);
  const cause = { rule: 'Press' };
  expect(notices).toMatchObject([{ first: [{ cause }, { cause }], count: 2, shared: cause }]);
});

test('groups what a rule notifies of, however much it is', async () => {
  for (let n = 0; n < 60; n += 1) {
    watcher.handleEvent({ name: 'rules.notified', params: { ruleId: 'r1', conversationId: `c${n}` } });
  }
  await clock.advance(2_000);
  expect(notices).toMatchObject([{ count: 60, shared: { rule: 'Press' } }]);
  expect(calls.filter((method) => method === 'conversations.get' || method === 'rules.list')).toHaveLength(4);
});
