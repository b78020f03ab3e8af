import { expect, it } from 'vitest';
import { listProblems, type Report } from '../../../scripts/test/runVitest.ts';

function report(...statuses: readonly string[]): Report {
  const count = (status: string) => statuses.filter((each) => each === status).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    testResults: [{ assertionResults: statuses.map((status, i) => ({ status, fullName: `test ${i}` })) }],
  };
}

it.each([
  { name: 'finds no problem in a passed run', report: report('passed'), code: 0, problems: [] },
  {
    name: 'does not list failed tests, which are counted',
    report: report('passed', 'failed'),
    code: 1,
    problems: [],
  },
  {
    name: 'lists a skipped test',
    report: report('passed', 'skipped'),
    code: 0,
    problems: ['skipped: test 1'],
  },
  {
    name: 'lists a todo test',
    report: report('passed', 'todo'),
    code: 0,
    problems: ['skipped: test 1'],
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
