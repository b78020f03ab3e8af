import { cpSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/reply.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { stateOf, untilState } from '../../support/untilState.ts';

const MINUTE = 60_000;
const channels = ['public', 'dm'] as const satisfies readonly Channel[];

/** How often something is on X that Perch has sent. */
function countSent({ control }: TestEngine): number {
  const { sentPosts, sentDms } = control.state();
  return sentPosts.length + sentDms.length;
}

const countLooks = ({ control }: TestEngine) => {
  const { requests } = control.state();
  return (
    (requests['GET /2/users/:id/tweets'] ?? 0) + (requests['GET /2/dm_conversations/with/:id/dm_events'] ?? 0)
  );
};

function copy(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

/** An engine on a copy of its folder from before its replies were sent, which were held or queued then. */
async function putBack(
  channel: Channel,
  { undoMs = 60_000, hiddenMs = 0, people = ['anna'], repliesEach = 1, awayMs = 0, changed = {} },
) {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const ids: string[] = [];
  for (const person of people) {
    const { id } = await openConversation(engine, person);
    for (let n = 0; n < repliesEach; n += 1) {
      ids.push(await engine.send(id, `On it, ${person} (${n})`, channel, undoMs + n));
    }
  }
  const saved = `${engine.dir}-copy`;
  await engine.restart({}, () => copy(engine.dir, saved));
  if (hiddenMs > 0) engine.control.addFault({ kind: 'late', hiddenMs, count: 99, match: { method: 'POST' } });
  await engine.clock.advance(undoMs + repliesEach);
  for (const id of ids) await untilState(engine, id, 'sent');
  await engine.restart(changed, () => {
    copy(saved, engine.dir);
    rmSync(saved, { recursive: true });
    engine.clock.jump(awayMs);
  });
  return { engine, ids };
}

describe.each(channels)('a copy of the folder from before a reply was sent (%s), put back', (channel) => {
  test('brings back a reply that is found on X, not sent again', async () => {
    const { engine, ids } = await putBack(channel, {});
    expect(await stateOf(engine, ids[0] ?? '')).toBe('queued');
    await engine.clock.advance(4 * MINUTE);
    await untilState(engine, ids[0] ?? '', 'sent');
    expect(countSent(engine)).toBe(1);
  });

  test('brings back a reply that is found although X shows it 110 seconds late', async () => {
    const { engine, ids } = await putBack(channel, { hiddenMs: 110_000 });
    await engine.clock.advance(100_000);
    expect(await stateOf(engine, ids[0] ?? '')).toBe('queued');
    expect(await engine.entry(ids[0] ?? '')).toMatchObject({ error: { code: 'resendDelayed' } });
    await engine.clock.advance(50_000);
    await untilState(engine, ids[0] ?? '', 'sent');
    expect(countSent(engine)).toBe(1);
  });

  test('waits offline until X can be read', async () => {
    const { engine, ids } = await putBack(channel, { changed: { xUrl: 'http://127.0.0.1:9' } });
    await engine.clock.advance(5 * MINUTE);
    await until(
      'it was looked for',
      async () => (await engine.entry(ids[0] ?? ''))?.error?.code === 'offline',
    );
    await engine.restart({ xUrl: engine.simulator.url });
    await engine.clock.advance(MINUTE);
    await untilState(engine, ids[0] ?? '', 'sent');
    expect(countSent(engine)).toBe(1);
  });

  test('does not delay a reply to somebody else that is written after the start', async () => {
    const { engine } = await putBack(channel, {});
    const { id } = await openConversation(engine, 'bob');
    const later = await engine.send(id, 'At once', channel);
    await untilState(engine, later, 'sent');
    expect(countSent(engine)).toBe(2);
  });

  test('fetches once for several replies, and accounts for the costs', async () => {
    const { engine, ids } = await putBack(channel, { repliesEach: 3 });
    const before = countLooks(engine);
    await engine.clock.advance(4 * MINUTE);
    for (const id of ids) await untilState(engine, id, 'sent');
    expect(countSent(engine)).toBe(3);
    expect(countLooks(engine) - before).toBe(1);
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + MINUTE });
    expect(sources.find(({ source }) => source === 'answers')?.usd).toBeGreaterThan(0);
  });
});

test('a copy put back fetches the timeline once for public replies to several people', async () => {
  const people = ['anna', 'bob', 'carl'];
  const { engine, ids } = await putBack('public', { people });
  const before = countLooks(engine);
  await engine.clock.advance(4 * MINUTE);
  for (const id of ids) await untilState(engine, id, 'sent');
  expect(countSent(engine)).toBe(3);
  expect(countLooks(engine) - before).toBe(1);
});

test('a reply that is not on X is sent after a restart at its time, after one look', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const outboxId = await engine.send(id, 'On it', 'public', 5_000);
  await engine.restart();
  const before = countLooks(engine);
  await engine.clock.advance(5_000);
  await untilState(engine, outboxId, 'sent');
  expect(countLooks(engine) - before).toBe(1);
});

test('a copy put back sends a reply that is not on X once, 150 seconds after the start', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const outboxId = await engine.send(id, 'On it', 'public', 5_000);
  const saved = `${engine.dir}-copy`;
  await engine.restart({}, () => {
    copy(engine.dir, saved);
    copy(saved, engine.dir);
    rmSync(saved, { recursive: true });
  });
  await engine.clock.advance(149_000);
  expect(await stateOf(engine, outboxId)).toBe('queued');
  await engine.clock.advance(1_000);
  await untilState(engine, outboxId, 'sent');
  expect(countSent(engine)).toBe(1);
});

test('a reply that X does not let Perch look for is left to the agent', async () => {
  const { engine, ids } = await putBack('public', {});
  for (const path of ['tweets$', 'search/recent$']) {
    engine.control.addFault({ kind: 'forbidden', count: 9, match: { method: 'GET', path } });
  }
  await engine.clock.advance(4 * MINUTE);
  await untilState(engine, ids[0] ?? '', 'unknown');
  expect(countSent(engine)).toBe(1);
});
