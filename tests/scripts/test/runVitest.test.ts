import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../../scripts/projectFolder.ts';
import { listProblems, listUnfinished, type Report, replaceFiles } from '../../../scripts/test/runVitest.ts';

function report(...statuses: readonly string[]): Report {
  return reportOf('tests/a.test.ts', statuses);
}

function reportOf(file: string, statuses: readonly string[]): Report {
  return {
    testResults: [
      {
        name: join(projectFolder, file),
        message: '',
        assertionResults: statuses.map((status, i) => ({
          status,
          fullName: `test ${i}`,
          failureMessages: status === 'failed' ? ['Error: late\n    at a.test.ts:1', 'Error: wrong'] : [],
        })),
      },
    ],
  };
}

it.each([
  { name: 'finds no problem in a passed run', report: report('passed'), code: 0, problems: [] },
  {
    name: 'lists a failed test with the first line of each try',
    report: report('passed', 'failed'),
    code: 1,
    problems: ['failed: tests/a.test.ts: test 1: Error: late: Error: wrong'],
  },
  {
    name: 'lists a skipped test',
    report: report('passed', 'skipped'),
    code: 0,
    problems: ['skipped: tests/a.test.ts: test 1'],
  },
  {
    name: 'lists a todo test',
    report: report('passed', 'todo'),
    code: 0,
    problems: ['skipped: tests/a.test.ts: test 1'],
  },
  { name: 'reports a run without tests', report: report(), code: 0, problems: ['no test was run'] },
  {
    name: 'reports an error outside of the tests',
    report: report('passed'),
    code: 1,
    problems: ['Vitest reported an error outside of the tests'],
  },
])('$name', ({ report, code, problems }) => {
  expect(listProblems(report, code)).toEqual(problems);
});

it('lists a file that broke outside of its tests', () => {
  const file = {
    name: join(projectFolder, 'tests/b.test.ts'),
    message: 'no module\nat b',
    assertionResults: [],
  };
  const { testResults } = report('passed');
  expect(listProblems({ testResults: [...testResults, file] }, 1)).toEqual([
    'broken: tests/b.test.ts: no module',
  ]);
});

it('puts the second run of a file whose process ended in place of the first', () => {
  const ended = reportOf('tests/b.test.ts', ['passed', 'pending', 'pending']);
  const first: Report = { testResults: [...report('passed').testResults, ...ended.testResults] };
  expect(listProblems(first, 1)).toHaveLength(2);
  expect(listUnfinished(first)).toEqual([join(projectFolder, 'tests/b.test.ts')]);
  const passed = replaceFiles(first, reportOf('tests/b.test.ts', ['passed', 'passed', 'passed']));
  expect(listProblems(passed, 0)).toEqual([]);
  expect(passed.testResults.flatMap(({ assertionResults }) => assertionResults)).toHaveLength(4);
  expect(listProblems(replaceFiles(first, ended), 1)).toHaveLength(2);
});
