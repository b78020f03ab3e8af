import { beforeEach, expect, test } from 'vitest';
import { ok } from '#shared/result.ts';
import type { EngineClient } from '#shared/rpc/client.ts';
import { type QueueWatcher, watchQueue } from '#shell/notifications/queueWatcher.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { aConversation } from '../support/aConversation.ts';

let clock: ReturnType<typeof fakeClock>;
let counted: number[];
let groups: { names: string[]; count: number }[];
let calls: string[];
let watcher: QueueWatcher;

beforeEach(() => {
  clock = fakeClock();
  counted = [];
  groups = [];
  calls = [];
  const call = async (method: string, input: unknown) => {
    calls.push(method);
    return method === 'conversations.counts'
      ? ok({ counts: { queue: 3 } })
      : ok({ conversation: aConversation((input as { id: string }).id, 'Hello') });
  };
  watcher = watchQueue({
    clock,
    call: call as unknown as EngineClient['call'],
    onCount: (count) => void counted.push(count),
    onOpened: (first, count) => void groups.push({ names: first.map((it) => it.person.name), count }),
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
    onOpened: (first, count) => void groups.push({ names: first.map((it) => it.person.name), count }),
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
