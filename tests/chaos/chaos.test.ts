import { expect, test } from 'vitest';
import { runChaos } from '../../scripts/chaos/runChaos.ts';

/** `npm run chaos` does many of these runs. */
test('kills and trouble lose nothing, double nothing and call X no earlier than it said', async () => {
  const notes: string[] = [];
  const chaos = { runs: 4, sends: 50, seed: 7, workers: 2, note: (line: string) => notes.push(line) };
  const figures = await runChaos(chaos);
  expect(notes).toEqual([]);
  const faultless = { lost: 0, doubled: 0, astray: 0, earlyCalls: 0, unknownLeft: 0, broken: 0 };
  expect(figures).toMatchObject({ runs: 5, ...faultless });
  expect(figures.kills).toBeGreaterThan(0);
  expect(figures.answers).toBeGreaterThan(20);
}, 120_000);
