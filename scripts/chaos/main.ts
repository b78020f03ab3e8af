import { parseArgs } from 'node:util';
import { bundleChild } from './bundleChild.ts';
import { isFine } from './figures.ts';
import { runChaos } from './runChaos.ts';

const usage = `Kills engines while X fails, then counts what was lost or duplicated.

  npm run chaos -- [--runs N] [--sends N] [--seed S] [--workers N]

  --runs N      runs that kill the engine up to three times each (default 20, or 0 with --sends)
  --sends N     replies to send while X fails, without kills (default 0)
  --seed S      the same seed repeats the same faults (default 1)
  --workers N   parallel runs (default 2)

The last line holds the figures. The exit code is 1 if anything was lost, duplicated, misplaced, requested too early, left
open or broken.
`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    sends: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    help: { type: 'boolean' },
  },
});

if (values.help) process.stdout.write(usage);
else await main();

async function main(): Promise<void> {
  const startedAt = performance.now();
  const sends = Number(values.sends);
  const bundle = await bundleChild();
  const figures = await runChaos({
    runs: Number(values.runs ?? (sends > 0 ? 0 : 20)),
    sends,
    seed: Number(values.seed),
    script: bundle.script,
    workers: Number(values.workers),
    note: (line) => process.stdout.write(`${line}\n`),
    progress: ({ runs, lost, doubled }) => {
      if (runs % 50 === 0) process.stdout.write(`${runs} runs, ${lost} lost, ${doubled} doubled\n`);
    },
  }).finally(bundle.remove);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  process.stdout.write(`${JSON.stringify({ ...figures, seconds })}\n`);
  process.exitCode = isFine(figures) ? 0 : 1;
}
