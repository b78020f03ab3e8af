import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { projectFolder } from '../projectFolder.ts';
import { runTool } from './runTool.ts';
import type { StageResult } from './sumUp.ts';

/** The fields of Vitest's JSON report that are used here. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly ReportedFile[];
}

interface ReportedFile {
  /** The path of the file. */
  readonly name: string;
  /** What was thrown outside of the tests, or ''. */
  readonly message: string;
  readonly assertionResults: readonly ReportedTest[];
}

interface ReportedTest {
  readonly status: string;
  readonly fullName: string;
  /** What was thrown at each try, with the stack. */
  readonly failureMessages: readonly string[];
}

/** Runs Vitest projects and counts their tests. A skipped test, or a run without a report, counts as a problem. */
export async function runVitest(projects: readonly string[]): Promise<StageResult> {
  const reportPath = join(projectFolder, '.cache/tests', `${projects.join('-')}.json`);
  await mkdir(dirname(reportPath), { recursive: true });
  await rm(reportPath, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  const code = await runTool('vitest', ['run', ...chosen, ...reporters]);
  const report = await readReport(reportPath);
  if (report === null) return { passed: 0, failed: 0, problems: ['Vitest ended without a report'] };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    problems: listProblems(report, code),
  };
}

async function readReport(path: string): Promise<Report | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** Returns what is wrong with a run, a line each: failed and skipped tests, files that broke, or why there are none. */
export function listProblems(report: Report, exitCode: number): readonly string[] {
  const problems = report.testResults.flatMap(listProblemsOfFile);
  if (report.numPassedTests + report.numFailedTests === 0) problems.push('no test was run');
  if (exitCode !== 0 && problems.length === 0) problems.push('Vitest reported an error outside of the tests');
  return problems;
}

function listProblemsOfFile({ name, message, assertionResults }: ReportedFile): string[] {
  const file = relative(projectFolder, name);
  const broken = message === '' ? [] : [`broken: ${file}: ${firstLine(message)}`];
  return [...broken, ...assertionResults.flatMap((test) => listProblem(file, test))];
}

function listProblem(file: string, { status, fullName, failureMessages }: ReportedTest): string[] {
  if (status === 'passed') return [];
  if (status !== 'failed') return [`skipped: ${file}: ${fullName}`];
  return [`failed: ${[file, fullName, ...failureMessages.map(firstLine)].join(': ')}`];
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
