import { prepare, warnIfUnsandboxed } from '../tools/prepare.ts';
import { build } from './build/build.ts';
import { runScript } from './runScript.ts';
import { runTool } from './test/runTool.ts';
import { runVitest } from './test/runVitest.ts';
import { type NamedResult, type StageResult, sumUp } from './test/sumUp.ts';

interface Stage {
  readonly title: string;
  readonly run: () => Promise<StageResult>;
}

const stages: readonly Stage[] = [
  { title: 'Set-up', run: () => work(prepareOnce) },
  { title: 'Types (tsc)', run: () => tool('typescript', ['-b'], 'tsc') },
  { title: 'Lint and format (biome)', run: () => tool('@biomejs/biome', ['check', '.'], 'biome') },
  { title: 'Dead code (knip)', run: () => tool('knip', []) },
  {
    title: 'Tests: units, engine, simulator, architecture, renderer',
    run: () => runVitest(['unit', 'renderer']),
  },
  { title: 'Bundles (vite)', run: () => work(build) },
  { title: 'Tests: end to end in the real window', run: () => runVitest(['e2e']) },
];

/** Prepares all that the end-to-end tests need; they start their own virtual display. */
async function prepareOnce(): Promise<void> {
  const preparation = await prepare();
  warnIfUnsandboxed(preparation);
  preparation.close();
}

async function work(task: () => Promise<void>): Promise<StageResult> {
  await task();
  return { passed: 0, failed: 0, faults: [] };
}

async function tool(packageName: string, args: readonly string[], program?: string): Promise<StageResult> {
  const code = await runTool(packageName, args, program);
  return { passed: 0, failed: 0, faults: code === 0 ? [] : [`ended with ${code}`] };
}

async function runStage(stage: Stage): Promise<StageResult> {
  console.log(`\n== ${stage.title}`);
  const startedAt = performance.now();
  const result = await stage.run().catch(toFault);
  const isGood = result.failed === 0 && result.faults.length === 0;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`== ${stage.title}: ${isGood ? 'good' : 'FAILED'} in ${seconds} s`);
  return result;
}

function toFault(error: unknown): StageResult {
  const fault = error instanceof Error ? error.message : String(error);
  console.error(fault);
  return { passed: 0, failed: 0, faults: [fault.trim()] };
}

/** Runs every stage, also after a failed one, and sums up. */
async function runStages(): Promise<number> {
  const results: NamedResult[] = [];
  for (const stage of stages) results.push({ title: stage.title, ...(await runStage(stage)) });
  const { passed, failed, faults } = sumUp(results);
  if (faults.length > 0) console.error(`\nFailed:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await runScript(runStages);
