import { beforeEach, expect, test } from 'vitest';
import { ok } from '#shared/result.ts';
import type { EngineClient } from '#shared/rpc/client.ts';
import { type Attention, watchForAttention } from '#shell/notifications/attention.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { aConversation } from '../support/aConversation.ts';

let clock: ReturnType<typeof fakeClock>;
let counted: number[];
let told: { names: string[]; count: number }[];
let calls: string[];
let attention: Attention;

beforeEach(() => {
  clock = fakeClock();
  counted = [];
  told = [];
  calls = [];
  const call = async (method: string, input: unknown) => {
    calls.push(method);
    return method === 'conversations.counts'
      ? ok({ counts: { queue: 3 } })
      : ok({ conversation: aConversation((input as { id: string }).id, 'Hello') });
  };
  attention = watchForAttention({
    clock,
    call: call as unknown as EngineClient['call'],
    onWaiting: (count) => void counted.push(count),
    onOpened: (first, count) => void told.push({ names: first.map((it) => it.person.name), count }),
  });
});

test('counts once for many changes in a row', async () => {
  for (let change = 0; change < 10; change += 1) {
    attention.hear({ name: 'conversations.changed', params: { ids: [String(change)] } });
  }
  await clock.advance(1_000);
  expect(counted).toEqual([3]);
  expect(calls).toEqual(['conversations.counts']);
});

test('tells of new conversations as one group, and reads only the first', async () => {
  attention.hear({ name: 'conversations.opened', params: { ids: ['a', 'b', 'c'] } });
  attention.hear({ name: 'conversations.opened', params: { ids: ['c', 'd', 'e'] } });
  await clock.advance(1_500);
  expect(told).toEqual([{ names: ['a', 'b', 'c'], count: 5 }]);
  attention.hear({ name: 'conversations.opened', params: { ids: ['f'] } });
  await clock.advance(1_500);
  expect(told.at(-1)).toEqual({ names: ['f'], count: 1 });
});

test('tells nothing of a workspace that was left in the meantime', async () => {
  attention.hear({ name: 'conversations.opened', params: { ids: ['a', 'b'] } });
  attention.forget();
  attention.hear({ name: 'conversations.opened', params: { ids: ['c'] } });
  await clock.advance(1_500);
  expect(told).toEqual([{ names: ['c'], count: 1 }]);
});

test('does nothing after it was stopped', async () => {
  attention.hear({ name: 'conversations.opened', params: { ids: ['a'] } });
  attention.stop();
  await clock.advance(5_000);
  expect(counted).toEqual([]);
  expect(told).toEqual([]);
});
