import fc from 'fast-check';
import { expect, test } from 'vitest';
import { history, openWorld } from './gapHistories.ts';

const runs = Number(process.env.PERCH_GAP_RUNS ?? 25);
const seed = Number(process.env.PERCH_GAP_SEED ?? 20_261_125);

test(
  `${runs} random histories: what X shows is stored or lies in a gap, and in the end all of it is stored`,
  async () => {
    const property = fc.asyncProperty(history, async ({ steps, tokens }) => {
      const world = openWorld(tokens);
      for (const one of steps) {
        await world.apply(one);
        expect(world.compare().unreported).toBe(0);
      }
      for (let cycle = 0; cycle < 4; cycle += 1) await world.runGoodCycle();
      expect(world.compare()).toEqual({ unreported: 0, unstored: 0, gaps: 0 });
    });
    await fc.assert(property, { numRuns: runs, seed });
  },
  60_000 + runs * 2_000,
);
