import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { projectFolder } from '../projectFolder.ts';
import { runTool } from './runTool.ts';
import type { StageResult } from './sumUp.ts';

/** The fields of Vitest's JSON report that are used here. */
export interface Report {
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
  /** `pending` if the process of the file ended before the test did. */
  readonly status: string;
  readonly fullName: string;
  /** What was thrown at each try, with the stack. */
  readonly failureMessages: readonly string[];
}

/**
 * Runs Vitest projects and counts their tests. A skipped test, or a run without a report, counts as a problem. Files whose process ended in
 * the middle are named and run a second time, as a failed test is.
 */
export async function runVitest(projects: readonly string[]): Promise<StageResult> {
  const first = await runOnce(projects, []);
  const files = first.report ? listUnfinished(first.report) : [];
  if (first.report === null || files.length === 0) return toResult(first.report, first.code);
  console.error(
    `\nThe process of these files ended in the middle (see above). Second try:\n${files.join('\n')}`,
  );
  const second = await runOnce(projects, files);
  return toResult(second.report && replaceFiles(first.report, second.report), second.code);
}

async function runOnce(projects: readonly string[], files: readonly string[]) {
  const path = join(projectFolder, '.cache/tests', `${projects.join('-')}.json`);
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const code = await runTool('vitest', ['run', ...chosen, ...reporters, ...files]);
  const text = await readFile(path, 'utf8').catch(() => null);
  return { code, report: text === null ? null : (JSON.parse(text) as Report) };
}

/** The paths of the files whose process ended before all of their tests had. */
export const listUnfinished = ({ testResults }: Report): string[] =>
  testResults
    .filter(({ assertionResults }) => assertionResults.some(({ status }) => status === 'pending'))
    .map(({ name }) => name);

/** A report with the results of a second run in place of those that its files had in the first. */
export function replaceFiles(first: Report, second: Report): Report {
  const again = new Set(second.testResults.map(({ name }) => name));
  return {
    testResults: [...first.testResults.filter(({ name }) => !again.has(name)), ...second.testResults],
  };
}

function toResult(report: Report | null, code: number): StageResult {
  if (report === null) return { passed: 0, failed: 0, problems: ['Vitest ended without a report'] };
  return {
    passed: count(report, 'passed'),
    failed: count(report, 'failed'),
    problems: listProblems(report, code),
  };
}

const count = ({ testResults }: Report, wanted: string): number =>
  testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === wanted)
    .length;

/** Returns what is wrong with a run, a line each: failed and skipped tests, files that broke, or why there are none. */
export function listProblems(report: Report, exitCode: number): readonly string[] {
  const problems = report.testResults.flatMap(listProblemsOfFile);
  if (count(report, 'passed') + count(report, 'failed') === 0) problems.push('no test was run');
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
