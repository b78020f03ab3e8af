import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Channel, OutboxEntry } from '#shared/domain/reply.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

const people = ['anna', 'bob', 'carl'];
const when = fc.constantFrom('before' as const, 'after' as const);
const fault = fc.oneof(
  fc.record({ kind: fc.constantFrom('timeout' as const, 'reset' as const, 'serverError' as const), when }),
  fc.record({ kind: fc.constantFrom('truncated' as const, 'malformed' as const, 'html' as const) }),
  fc.record({ kind: fc.constantFrom('forbidden' as const, 'creditsDepleted' as const) }),
  fc.record({
    kind: fc.constant('rateLimited' as const),
    shape: fc.constantFrom('problem' as const, 'code88' as const, 'usageCapped' as const),
    headers: fc.constantFrom('right' as const, 'missing' as const, 'wrong' as const),
  }),
);
const send = fc.record({
  person: fc.constantFrom(...people),
  channel: fc.constantFrom<Channel>('public', 'dm'),
  undoMs: fc.constantFrom(0, 0, 3_000),
  fault: fc.option(fault),
  reconcileFault: fc.option(fc.constantFrom('reset' as const, 'serverError' as const, 'malformed' as const), {
    freq: 5,
  }),
});

type Sends = typeof send extends fc.Arbitrary<infer One> ? readonly One[] : never;

/** Sends all replies, each with the fault that X is to have with it; returns their ids. */
async function sendAll(engine: TestEngine, sends: Sends): Promise<string[]> {
  const conversations = new Map<string, string>();
  for (const person of people) conversations.set(person, (await openConversation(engine, person)).id);
  const outboxIds: string[] = [];
  for (const [n, { person, channel, undoMs, fault: order, reconcileFault }] of sends.entries()) {
    if (order) engine.control.addFault({ ...order, match: { method: 'POST' } });
    if (reconcileFault)
      engine.control.addFault({ kind: reconcileFault, match: { path: '/tweets$|with', method: 'GET' } });
    outboxIds.push(await engine.send(conversations.get(person) ?? '', `reply ${n}`, channel, undoMs));
  }
  return outboxIds;
}

/** Whether nothing more will happen to a reply by itself. */
function isAtItsEnd({ state, error }: OutboxEntry): boolean {
  return state === 'sent' || state === 'refused' || (error?.code === 'outcomeUnknown' && error.looks >= 3);
}

async function check(sends: Sends): Promise<void> {
  const engine = await startTestEngine();
  const outboxIds = await sendAll(engine, sends);
  const entries = async () => (await engine.call('outbox.list', {})).items;
  await until('all are at their end', async () => {
    await engine.clock.advance(5_000);
    return (await entries()).every(isAtItsEnd);
  });
  const { sentPosts, sentDms } = engine.control.state();
  const onX = [...sentPosts, ...sentDms].map(({ text }) => text.replace(/^@\w+ /, ''));
  const listed = await entries();
  expect(listed.map((entry) => entry.id).toSorted()).toEqual(outboxIds.toSorted());
  for (const { text, state } of listed) {
    const times = onX.filter((other) => other === text).length;
    expect(times, `${text} is ${state}`).toBe(state === 'sent' ? 1 : 0);
  }
  await engine.engine.stop();
}

test('whatever X does, no reply is lost and none is sent twice', async () => {
  const numRuns = Number(process.env.PERCH_RANDOM_RUNS ?? 12);
  const sends = fc.array(send, { minLength: 1, maxLength: 12 });
  await fc.assert(fc.asyncProperty(sends, check), { numRuns, seed: 7, endOnFailure: true });
});
