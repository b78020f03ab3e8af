import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/time.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';

test('a clock that is a year ahead for a round calls nothing lost that X still shows', async () => {
  const engine = await startTestEngine();
  await engine.call('capture.pollNow', {});
  const { clock } = engine;
  await engine.restart({ clock: { ...clock, now: () => clock.now() + 365 * DAY_MS } });
  await engine.call('capture.pollNow', {});
  await engine.restart();
  engine.control.dm({ from: 'anna', text: 'Hello?' });
  await engine.call('capture.pollNow', {});
  const { sources } = await engine.call('capture.status', {});
  expect(sources.map(({ id, gaps }) => [id, gaps])).toEqual([
    ['mentions', []],
    ['dms', []],
    ['ownPosts', []],
  ]);
  expect((await engine.call('conversations.counts', {})).counts.queue).toBe(1);
});
