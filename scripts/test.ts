import { toErrorMessage } from '#shared/toErrorMessage.ts';
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
  { title: 'Setup', run: () => runTask(setUp) },
  { title: 'Types (tsc)', run: () => runCheck('typescript', ['-b'], 'tsc') },
  { title: 'Lint and format (biome)', run: () => runCheck('@biomejs/biome', ['check', '.'], 'biome') },
  { title: 'Dead code (knip)', run: () => runCheck('knip', []) },
  {
    title: 'Unit tests: engine, simulator, shell, renderer, architecture',
    run: () => runVitest(['unit', 'renderer']),
  },
  { title: 'Bundles (vite)', run: () => runTask(build) },
  { title: 'End-to-end tests in the real window', run: () => runVitest(['e2e']) },
];

/** Installs what the end-to-end tests need. They start a virtual display of their own. */
async function setUp(): Promise<void> {
  const preparation = await prepare();
  warnIfUnsandboxed(preparation);
  preparation.close();
}

async function runTask(task: () => Promise<void>): Promise<StageResult> {
  await task();
  return { passed: 0, failed: 0, problems: [] };
}

async function runCheck(
  packageName: string,
  args: readonly string[],
  program?: string,
): Promise<StageResult> {
  const code = await runTool(packageName, args, program);
  return { passed: 0, failed: 0, problems: code === 0 ? [] : [`exited with code ${code}`] };
}

async function runStage(stage: Stage): Promise<StageResult> {
  console.log(`\n== ${stage.title}`);
  const startedAt = performance.now();
  const result = await stage.run().catch(toFailedResult);
  const hasPassed = result.failed === 0 && result.problems.length === 0;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`== ${stage.title}: ${hasPassed ? 'passed' : 'FAILED'} in ${seconds} s`);
  return result;
}

function toFailedResult(error: unknown): StageResult {
  const problem = toErrorMessage(error);
  console.error(problem);
  return { passed: 0, failed: 0, problems: [problem.trim()] };
}

/** Runs all stages, also after a failed one, and prints the sum. Returns the exit code. */
async function runStages(): Promise<number> {
  const results: NamedResult[] = [];
  for (const stage of stages) results.push({ title: stage.title, ...(await runStage(stage)) });
  const { passed, failed, problems } = sumUp(results);
  if (problems.length > 0)
    console.error(`\nFailed:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await runScript(runStages);
