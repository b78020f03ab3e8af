import { act, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ReportPrinting } from '#renderer/features/Reports/ReportPrinting.tsx';
import { endPrinting, startPrinting, usePrinting } from '#renderer/state/printing.ts';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { err, ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';
import { aCsatReport, aGroup, aReport } from './aReport.ts';

afterEach(() => endPrinting());

const from = new Date(2026, 8, 1).getTime();
const period = { from, to: new Date(2026, 10, 29).getTime() };
const asKnownOn = new Date(2026, 10, 28, 14, 35).getTime();

/** Saves the report by agent, with so many of them, and a system that answers only when told to. */
function save(agents: number, more: FakeHandlers = {}) {
  const groups = Array.from({ length: agents }, (_, n) => aGroup({ key: `a${n}`, label: `Agent ${n}` }));
  const rendered = renderWithEngine(<ReportPrinting />, {
    handlers: {
      'reports.surveys': ({ groupBy }) =>
        ok(aReport({ csat: aCsatReport({ groups: groupBy === 'agent' ? groups : [] }) })),
      ...more,
    },
  });
  let finish: (output: ShellOutput<'page.savePdf'>) => void = () => {};
  rendered.shell.respondWith(
    'page.savePdf',
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  act(() =>
    startPrinting({
      of: 'report',
      scale: 'csat',
      period,
      compareWith: { from: 0, to: from },
      step: 'week',
      groupBy: 'agent',
      asKnownOn,
    }),
  );
  const isAsked = () => waitFor(() => expect(rendered.shell.calls.at(-1)?.method).toBe('page.savePdf'));
  return { ...rendered, isAsked, finish: () => act(async () => finish({})) };
}

/** Dates have thin spaces around their dash. */
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u2009', ' ');

const sheet = () => document.querySelector('article[aria-hidden="true"]');

it('is a page that says whose figures these are, of when and as known when, and what they mean', async () => {
  const { engine, shell, isAsked, finish } = save(1);
  await isAsked();
  expect(plain(JSON.stringify(shell.calls.at(-1)?.input))).toBe('{"name":"CSAT Sep 1 – Nov 28, 2026"}');
  const words = plain(sheet()?.textContent);
  for (const part of ['Harbour', 'Sep 1 – Nov 28, 2026 · as known on Nov 28, 2026', '40 of 60 gave a score'])
    expect(words).toContain(part);
  expect(words).toContain('With fewer than 10 scores Perch gives no figure.');
  expect(words).not.toContain('this page has no room');
  expect(engine.callsOf('reports.surveys').map((asked) => asked.asKnownOn)).toEqual([asKnownOn, asKnownOn]);
  await finish();
  await waitFor(() => expect(sheet()).toBeNull());
});

it('says how many groups the page has no room for', async () => {
  const { isAsked, finish } = save(20);
  await isAsked();
  expect(sheet()?.querySelectorAll('tbody tr')).toHaveLength(12);
  expect(sheet()?.textContent).toContain(
    '8 more are in the “Report in parts (CSV)”: this page has no room for them.',
  );
  await finish();
});

it('ends without a page where the report cannot be read', async () => {
  const { shell } = save(1, { 'reports.surveys': () => err({ code: 'engineGone' }) });
  await waitFor(() => expect(usePrinting.getState().job).toBeNull());
  expect(shell.calls.map(({ method }) => method)).not.toContain('page.savePdf');
});
