import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStory, story } from './gapStories.ts';

const runs = Number(process.env.PERCH_GAP_RUNS ?? 25);
const seed = Number(process.env.PERCH_GAP_SEED ?? 20_261_125);

test(
  `${runs} stories of trouble: what X shows is stored or told as missing, and all is stored in the end`,
  async () => {
    const whole = fc.asyncProperty(story, async ({ steps, tokens }) => {
      const world = openStory(tokens);
      for (const one of steps) {
        await world.live(one);
        expect(world.compare().untold).toBe(0);
      }
      for (let round = 0; round < 4; round += 1) await world.wholeRound();
      expect(world.compare()).toEqual({ untold: 0, unstored: 0, gaps: 0 });
    });
    await fc.assert(whole, { numRuns: runs, seed });
  },
  60_000 + runs * 2_000,
);
