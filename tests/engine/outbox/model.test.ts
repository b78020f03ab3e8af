import fc from 'fast-check';
import { test } from 'vitest';
import { commands } from './model/commands.ts';
import { startMachine } from './model/world.ts';

const numRuns = Number(process.env.PERCH_MODEL_RUNS ?? 6);
const seed = Number(process.env.PERCH_MODEL_SEED ?? 11);

test(
  `the outbox does what its model expects (${numRuns} times)`,
  async () => {
    const property = fc.asyncProperty(
      fc.commands([...commands], { maxCommands: 25, size: 'max' }),
      async (chosen) => {
        const machine = await startMachine();
        try {
          await fc.asyncModelRun(() => ({ model: { replies: [] }, real: machine }), chosen);
        } finally {
          await machine.engine.engine.stop();
          await machine.engine.simulator.close();
        }
      },
    );
    await fc.assert(property, { numRuns, seed, endOnFailure: true });
  },
  60_000 + numRuns * 20_000,
);
