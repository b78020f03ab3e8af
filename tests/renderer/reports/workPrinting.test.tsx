import { act, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ReportPrinting } from '#renderer/features/Reports/ReportPrinting.tsx';
import { endPrinting, startPrinting, usePrinting } from '#renderer/state/printing.ts';
import { err, ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';
import { aWorkReport, someWorkFigures } from './aWorkReport.ts';

afterEach(() => endPrinting());

const from = new Date(2026, 8, 1).getTime();
const period = { from, to: new Date(2026, 10, 29).getTime() };
const asKnownOn = new Date(2026, 10, 28, 14, 35).getTime();

/** Saves the report by agent, with so many of them; the system never ends saving. */
function save(agents: number, more: FakeHandlers = {}) {
  const groups = Array.from({ length: agents }, (_, n) => ({
    key: `a${n}`,
    label: `Agent ${n}`,
    figures: someWorkFigures(),
  }));
  const rendered = renderWithEngine(<ReportPrinting />, {
    handlers: {
      'reports.work': () => ok(aWorkReport()),
      'reports.workGroups': () => ok({ groups }),
      ...more,
    },
  });
  rendered.shell.respondWith('page.savePdf', new Promise(() => {}));
  const compareWith = { from: 0, to: from };
  act(() => startPrinting({ of: 'work', period, compareWith, step: 'week', groupBy: 'agent', asKnownOn }));
  return rendered;
}

/** Dates have thin spaces around their dash. */
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s/g, ' ');

const sheet = () => document.querySelector('article[aria-hidden="true"]');

it('is a page of one moment, with what its figures do not know', async () => {
  const { engine, shell } = save(1);
  await waitFor(() => expect(shell.calls.at(-1)?.method).toBe('page.savePdf'));
  expect(plain(JSON.stringify(shell.calls.at(-1)?.input))).toBe(
    '{"name":"Work report Sep 1 – Nov 28, 2026"}',
  );
  const words = plain(sheet()?.textContent);
  for (const part of [
    'Sep 1 – Nov 28, 2026 · as known on Nov 28, 2026',
    '35 min (30 min – 40 min)',
    '75% (60% – 90%)',
    '1 gap could change these figures',
    '1 change of settings in this period',
    '8 replies without a recorded target are left out',
  ])
    expect(words).toContain(part);
  expect(sheet()?.querySelector('button')).toBeNull();
  for (const method of ['reports.work', 'reports.workGroups'] as const)
    expect(engine.callsOf(method).map((asked) => asked.asKnownOn)).toEqual([asKnownOn]);
});

it('says how many groups the page has no room for', async () => {
  const { shell } = save(20);
  await waitFor(() => expect(shell.calls.at(-1)?.method).toBe('page.savePdf'));
  expect(sheet()?.textContent).toContain('15 more are in the “Report in parts (CSV)”');
});

it('ends without a page where the report cannot be read', async () => {
  const { shell } = save(1, { 'reports.workGroups': () => err({ code: 'engineGone' }) });
  await waitFor(() => expect(usePrinting.getState().job).toBeNull());
  expect(shell.calls.map(({ method }) => method)).not.toContain('page.savePdf');
});
