import { act, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ReportPrinting } from '#renderer/features/Reports/ReportPrinting.tsx';
import { WeeklyReport } from '#renderer/features/Reports/WeeklyReport.tsx';
import { endPrinting, startPrinting, usePrinting } from '#renderer/state/printing.ts';
import type { EngineInput, EngineOutput } from '#shared/contract/engine.ts';
import { err, ok } from '#shared/result.ts';
import { noWeeklyReport } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';
import { aWorkReport, someWorkFigures } from './aWorkReport.ts';

afterEach(() => {
  endPrinting();
  endPrinting();
});

const monday = new Date(2026, 10, 16).getTime();
const next = new Date(2026, 10, 23).getTime();
const before = { from: new Date(2026, 10, 9).getTime(), to: monday };
const due = {
  week: '2026-W47',
  period: { from: monday, to: next },
  before,
  name: 'perch-work-harbour-2026-W47',
};

/** The window while a week is due. */
function open(more: FakeHandlers = {}) {
  let state: EngineOutput<'weeklyReport.get'> = { ...noWeeklyReport, folder: '/reports', due };
  const settled: EngineInput<'weeklyReport.settle'>['outcome'][] = [];
  const rendered = renderWithEngine(
    <>
      <WeeklyReport />
      <ReportPrinting />
    </>,
    {
      handlers: {
        'weeklyReport.get': () => ok(state),
        'weeklyReport.settle': ({ outcome }) => {
          settled.push(outcome);
          state = { ...state, due: null };
          return ok(state);
        },
        'reports.work': () => ok(aWorkReport()),
        'reports.workGroups': () => ok({ groups: [{ key: 'a1', label: 'Sam', figures: someWorkFigures() }] }),
        'reports.exportWork': () => ok({ content: 'a,b' }),
        ...more,
      },
    },
  );
  rendered.shell.respondWith('page.saveWeek', { savedAs: due.name });
  return { ...rendered, settled };
}

const isOver = () => waitFor(() => expect(usePrinting.getState().job).toBeNull());

it('prints the week that is due, with the days and the week before, and says that it is there', async () => {
  const { engine, shell, settled } = open();
  await waitFor(() => expect(settled).toEqual([{ name: due.name }]));
  await isOver();
  expect(shell.calls.filter(({ method }) => method === 'page.saveWeek')).toEqual([
    { method: 'page.saveWeek', input: { week: '2026-W47', table: 'a,b' } },
  ]);
  expect(engine.callsOf('reports.work')).toMatchObject([{ ...due.period, compareWith: before, step: 'day' }]);
  expect(engine.callsOf('reports.exportWork')).toMatchObject([{ ...due.period, groupBy: 'day' }]);
});

it('says why it could not be saved, and does not try again by itself', async () => {
  const { shell, settled } = open();
  const error = { code: 'fileNotSaved', file: '/reports/a.pdf', detail: 'ENOSPC' } as const;
  shell.respondWith('page.saveWeek', { error });
  await waitFor(() => expect(settled).toEqual([{ error }]));
  await isOver();
  expect(shell.calls.filter(({ method }) => method === 'page.saveWeek')).toHaveLength(1);
});

it('says why it could not be read', async () => {
  const error = { code: 'bug', reference: 'r1' } as const;
  const { shell, settled } = open({ 'reports.exportWork': () => err(error) });
  await waitFor(() => expect(settled).toEqual([{ error }]));
  await isOver();
  expect(shell.calls.map(({ method }) => method)).not.toContain('page.saveWeek');
});

it('what somebody prints meanwhile comes after it', async () => {
  const { shell, settled } = open();
  let save = () => {};
  shell.respondWith(
    'page.saveWeek',
    new Promise((resolve) => {
      save = () => resolve({ savedAs: due.name });
    }),
  );
  shell.respondWith('page.savePdf', new Promise(() => {}));
  await waitFor(() => expect(shell.calls.at(-1)?.method).toBe('page.saveWeek'));
  const { period } = due;
  act(() =>
    startPrinting({
      of: 'work',
      period,
      compareWith: before,
      step: 'day',
      groupBy: 'agent',
      asKnownOn: next,
    }),
  );
  expect(usePrinting.getState().job?.of).toBe('week');
  save();
  await waitFor(() => expect(shell.calls.at(-1)?.method).toBe('page.savePdf'));
  expect(settled).toHaveLength(1);
});
