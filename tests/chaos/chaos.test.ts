import { expect, test } from 'vitest';
import { runChaos } from '../../scripts/chaos/runChaos.ts';

// `npm run chaos` executes many of these runs.
test('kills and faults lose, duplicate and misplace nothing, and no call is made before a rate limit resets', async () => {
  const failures: string[] = [];
  const onFailure = (line: string) => failures.push(line);
  const tally = await runChaos({ runs: 4, sends: 50, seed: 7, workers: 2, onFailure });
  expect(failures).toEqual([]);
  const clean = { lost: 0, duplicated: 0, misplaced: 0, earlyCalls: 0, unresolved: 0, broken: 0 };
  expect(tally).toMatchObject({ runs: 5, ...clean });
  expect(tally.kills).toBeGreaterThan(0);
  expect(tally.replies).toBeGreaterThan(20);
});
