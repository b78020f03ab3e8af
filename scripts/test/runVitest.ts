import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectFolder } from '../projectFolder.ts';
import { runTool } from './runTool.ts';
import type { StageResult } from './sumUp.ts';

/** The part of Vitest's JSON report that is read here. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs Vitest projects and counts their tests; a skipped test, or a run that ends without counts, is a fault. */
export async function runVitest(projects: readonly string[]): Promise<StageResult> {
  const reportPath = join(projectFolder, '.cache/tests', `${projects.join('-')}.json`);
  await mkdir(dirname(reportPath), { recursive: true });
  await rm(reportPath, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  const code = await runTool('vitest', ['run', ...chosen, ...reporters]);
  const report = await readReport(reportPath);
  if (report === null) return { passed: 0, failed: 0, faults: ['the tests could not be run'] };
  return { passed: report.numPassedTests, failed: report.numFailedTests, faults: faultsOf(report, code) };
}

async function readReport(path: string): Promise<Report | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** What is wrong with a run beside its failed tests. */
export function faultsOf(report: Report, exitCode: number): readonly string[] {
  const faults = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => `skipped: ${fullName}`);
  if (report.numPassedTests + report.numFailedTests === 0) faults.push('no test was run');
  if (exitCode !== 0 && report.numFailedTests === 0 && faults.length === 0)
    faults.push('the run ended with an error');
  return faults;
}
