import { expect, it } from 'vitest';
import { faultsOf, type Report } from '../../../scripts/test/runVitest.ts';

function report(...statuses: readonly string[]): Report {
  const count = (status: string) => statuses.filter((each) => each === status).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    testResults: [{ assertionResults: statuses.map((status, i) => ({ status, fullName: `test ${i}` })) }],
  };
}

it.each([
  { name: 'finds nothing wrong with a good run', report: report('passed'), code: 0, faults: [] },
  { name: 'leaves failed tests to their count', report: report('passed', 'failed'), code: 1, faults: [] },
  { name: 'names a skipped test', report: report('passed', 'skipped'), code: 0, faults: ['skipped: test 1'] },
  {
    name: 'names a test that is still to be written',
    report: report('passed', 'todo'),
    code: 0,
    faults: ['skipped: test 1'],
  },
  { name: 'minds a run without tests', report: report(), code: 0, faults: ['no test was run'] },
  {
    name: 'minds an error outside of the tests',
    report: report('passed'),
    code: 1,
    faults: ['the run ended with an error'],
  },
])('$name', ({ report, code, faults }) => {
  expect(faultsOf(report, code)).toEqual(faults);
});
