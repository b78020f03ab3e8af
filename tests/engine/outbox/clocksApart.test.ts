import { expect, test } from 'vitest';
import type { Clock } from '#shared/clock.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';

const MINUTE = 60_000;
const post = { method: 'POST' } as const;
const shifted = (clock: Clock, byMs: number): Clock => ({ ...clock, now: () => clock.now() + byMs });

/** A conversation whose engine runs on a machine with a wrong clock. */
async function startApart(byMs: number) {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const { id, postId } = await openConversation(engine);
  await engine.clock.advance(3 * 60 * MINUTE);
  await engine.restart({ clock: shifted(engine.clock, byMs) });
  await engine.call('capture.pollNow', {});
  return { engine, id, postId };
}

for (const channel of ['public', 'dm'] as const) {
  test.each([-120, -20, 20, 120])(
    `a reply (${channel}) of unknown outcome is found by a clock that is wrong by %i minutes`,
    async (minutes) => {
      const { engine, id } = await startApart(minutes * MINUTE);
      engine.control.addFault({ kind: 'reset', when: 'after', match: post });
      const outboxId = await engine.send(id, 'On it', channel);
      await untilState(engine, outboxId, 'unknown');
      await engine.clock.advance(5_000);
      await untilState(engine, outboxId, 'sent');
    },
  );
}

test('with a wrong clock, the same words from an hour ago are not taken for a reply that never arrived', async () => {
  const { engine, id } = await startApart(120 * MINUTE);
  engine.control.ownDm({ to: 'anna', text: 'Thanks', at: engine.clock.now() - 60 * MINUTE });
  engine.control.addFault({ kind: 'reset', when: 'before', match: post });
  const outboxId = await engine.send(id, 'Thanks', 'dm');
  await untilState(engine, outboxId, 'unknown');
  await engine.clock.advance(5_000);
  await until('one look', async () => {
    const error = (await engine.entry(outboxId))?.error;
    return error?.code === 'outcomeUnknown' && error.looks === 1;
  });
  expect((await engine.entry(outboxId))?.state).toBe('unknown');
});
