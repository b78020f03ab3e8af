import { parseArgs } from 'node:util';
import { bundleEngine } from './bundleEngine.ts';
import { runChaos } from './runChaos.ts';
import { isClean } from './tally.ts';

const usage = `Kills engines while X returns faults and shows things late, sets the store back, and counts lost, duplicated and misplaced messages.

  npm run chaos -- [--runs N] [--sends N] [--seed S] [--workers N]

  --runs N      runs in which the engine is killed up to three times (default 20, or 0 with --sends)
  --sends N     replies to send through faults without kills (default 0)
  --seed S      first seed; the same seed gives the same faults (default 1)
  --workers N   parallel runs (default 2)

The last line is the tally as JSON. The exit code is 1 if a message was lost, duplicated or misplaced, if X was called
before a rate limit was reset, if a reply stayed unresolved, or if a run broke.
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
  const bundle = await bundleEngine();
  const tally = await runChaos({
    runs: Number(values.runs ?? (sends > 0 ? 0 : 20)),
    sends,
    seed: Number(values.seed),
    script: bundle.script,
    workers: Number(values.workers),
    onFailure: (line) => process.stdout.write(`${line}\n`),
    onProgress: ({ runs, lost, duplicated, misplaced }) => {
      if (runs % 50 > 0) return;
      process.stdout.write(`${runs} runs: ${lost} lost, ${duplicated} duplicated, ${misplaced} misplaced\n`);
    },
  }).finally(bundle.remove);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  process.stdout.write(`${JSON.stringify({ ...tally, seconds })}\n`);
  process.exitCode = isClean(tally) ? 0 : 1;
}
