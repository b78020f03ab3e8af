import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportsScreen } from '#renderer/features/Reports/ReportsScreen.tsx';
import { chooseReport, resetReport } from '#renderer/state/report.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { aPerson } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';
import { aWorkReport, someWorkFigures } from './aWorkReport.ts';

afterEach(resetReport);

const draw = (report = aWorkReport(), more: FakeHandlers = {}) =>
  renderWithEngine(<ReportsScreen />, {
    handlers: {
      'reports.work': () => ok(report),
      'reports.workGroups': ({ groupBy }) =>
        ok({
          groups: [
            groupBy === 'language'
              ? { key: 'nl', label: null, figures: someWorkFigures() }
              : { key: 'a2', label: 'Robin', figures: someWorkFigures() },
            { key: null, label: null, figures: someWorkFigures({ replies: 0 }) },
          ],
        }),
      'reports.workConversations': () =>
        ok({
          items: [
            {
              conversationId: 'c1',
              person: aPerson(),
              at: Date.now(),
              ms: 90 * MINUTE_MS,
              agent: null,
              target: 'missed',
            },
          ],
          total: 1,
        }),
      ...more,
    },
  });

const section = async (name: string) => within(await screen.findByLabelText(name, { selector: 'section' }));

describe('the figures of the work', () => {
  it('have their intervals, and what the period before says', async () => {
    draw();
    const first = await section('First reply');
    expect(first.getByText('35 min')).toBeDefined();
    expect(first.getByText('30 min – 40 min is likely')).toBeDefined();
    expect(first.getByText('Longer than in the period before: 35 min then')).toBeDefined();
    expect(first.getByText('Too few for an interval')).toBeDefined();
    expect(first.getByText('75%')).toBeDefined();
    expect(first.getByText('30 of 40 targets met')).toBeDefined();
    expect(first.getByText('Lower than in the period before: 75% then')).toBeDefined();
    expect((await section('Time to resolution')).getByText('3 h 5 min')).toBeDefined();
    expect((await section('Volume')).getByText('100 in the period before')).toBeDefined();
  });

  it('say what could change them, and how many replies have no target', async () => {
    draw();
    const first = await section('First reply');
    expect(first.getAllByText('1 gap could change this')).toHaveLength(2);
    expect(first.getAllByText('Office hours changed in this period')).toHaveLength(2);
    expect(first.getByText('8 replies without a recorded target are left out')).toBeDefined();
    const received = (await section('Volume')).getByText('Messages received').parentElement as HTMLElement;
    expect(within(received).queryByText(/could change this/)).toBeNull();
    const unknown = await section('What these figures don’t know');
    expect(unknown.getAllByRole('listitem')).toHaveLength(3);
    expect(
      unknown.getByText(/Could change: Replies, First replies, and Targets for first replies\.$/),
    ).toBeDefined();
  });

  it('say nothing of a change after the period', async () => {
    draw(
      aWorkReport({
        gaps: [],
        erasures: { count: 0, lastAt: null },
        settingsChanges: [{ at: Date.now() * 2, officeHours: true, target: true }],
      }),
    );
    const first = await section('First reply');
    expect(first.queryByText('Office hours changed in this period')).toBeNull();
    expect(screen.queryByRole('region', { name: 'What these figures don’t know' })).toBeNull();
  });

  it('are a dash where there is nothing to say', async () => {
    draw();
    const next = await section('Next reply');
    expect(next.getAllByText('–')).toHaveLength(3);
    expect(next.queryByRole('button')).toBeNull();
  });
});

describe('a figure', () => {
  it('leads to its conversations by keyboard, missed ones marked, and each to its conversation', async () => {
    const { user, engine } = draw();
    const share = (await section('First reply')).getByRole('button', { name: /^In target: 75%/ });
    share.focus();
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Targets for first replies' }));
    expect(engine.callsOf('reports.workConversations')[0]).toMatchObject({ figure: 'firstTarget' });
    const row = await dialog.findByRole('button', { name: /missed\s1\sh\s30\smin/ });
    row.focus();
    await user.keyboard('{Enter}');
    expect(useUi.getState()).toMatchObject({ selectedId: 'c1', screen: 'conversations' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('of a group leads to what this group counts', async () => {
    const { user, engine } = draw();
    const parts = await section('In parts');
    await user.click(await parts.findByRole('button', { name: /^Robin: Replies: 90/ }));
    await screen.findByRole('dialog', { name: 'Robin: Replies' });
    expect(engine.callsOf('reports.workConversations')[0]).toMatchObject({
      figure: 'replies',
      group: { by: 'agent', key: 'a2' },
    });
  });

  it('of reuse leads to the replies of either kind, and its parts to theirs', async () => {
    const { user, engine } = draw();
    const around = await section('Costs, reuse and handovers');
    expect(around.getByText('50 of 90 replies')).toBeDefined();
    for (const [name, figure, title] of [
      [/^Reuse: 5/, 'reused', 'Replies that reuse text'],
      [/^From the library: 45/, 'fromLibrary', 'Replies from the library'],
      [/^From earlier replies: 12/, 'fromReplies', 'Replies from earlier ones'],
    ] as const) {
      await user.click(around.getByRole('button', { name }));
      await screen.findByRole('dialog', { name: title });
      expect(engine.callsOf('reports.workConversations').at(-1)).toMatchObject({ figure });
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
  });

  it('of costs leads to the costs, and one of handovers to these', async () => {
    const { user } = draw();
    const around = await section('Costs, reuse and handovers');
    expect(around.getByText('$0.50 per resolved conversation')).toBeDefined();
    await user.click(around.getByRole('button', { name: /^Spent on X/ }));
    expect(useUi.getState().screen).toBe('costs');
    await user.click(around.getByRole('button', { name: /^Handovers that arrived/ }));
    expect(useUi.getState().screen).toBe('handovers');
  });
});

it('draws the backlog and the busiest hours, and has the same as tables', async () => {
  const { user } = draw();
  const backlog = await section('Backlog over time');
  expect(backlog.getByRole('img').getAttribute('aria-label')).toMatch(
    /; at the end: Not resolved 31, Waiting for you 8$/,
  );
  await user.click(backlog.getByText('As a table'));
  expect(backlog.getAllByRole('row')[2]?.textContent).toMatch(/318$/);
  const hours = await section('Busiest hours');
  expect(hours.getByRole('img', { name: /^Busiest: Tue 10.*, 12$/ })).toBeDefined();
  await user.click(hours.getByRole('radio', { name: 'Replies' }));
  expect(hours.getByRole('img', { name: 'No hour has any' })).toBeDefined();
});

describe('a chart', () => {
  it('leads from a point to its conversations, and by keyboard from its table', async () => {
    const { user, engine } = draw();
    const backlog = await section('Backlog over time');
    const image = backlog.getByRole('img');
    await user.click(within(image).getByText(/· Waiting for you: 8$/).parentElement as Element);
    const dialog = await screen.findByRole('dialog', { name: /: Waiting for you$/ });
    const [asked] = engine.callsOf('reports.workConversations');
    expect(asked).toMatchObject({ figure: 'waiting', step: { key: expect.stringMatching(/^2026-/) } });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog.isConnected).toBe(false));
    await user.click(backlog.getByText('As a table'));
    backlog.getByRole('button', { name: /: Not resolved: 31\. Show conversations$/ }).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: /: Not resolved$/ });
    expect(engine.callsOf('reports.workConversations')[1]).toEqual({ ...asked, figure: 'unresolved' });
  });

  it('leaves both points in reach where they coincide', async () => {
    const [step] = aWorkReport().steps;
    if (!step) throw new Error('a report has steps');
    draw(aWorkReport({ steps: [{ ...step, received: 5, replies: 5 }] }));
    const image = (await section('Messages over time')).getByRole('img');
    const [first, second] = [...image.querySelectorAll('circle')];
    expect(first?.getAttribute('cy')).toBe(second?.getAttribute('cy'));
    expect(Number(first?.getAttribute('r'))).toBeGreaterThan(Number(second?.getAttribute('r')));
  });

  it('of the week leads from an hour to its conversations, and by keyboard from its table', async () => {
    const { user, engine } = draw();
    const hours = await section('Busiest hours');
    const image = hours.getByRole('img');
    await user.click(within(image).getByText(/^Tue 10\s?AM: 12$/).parentElement as Element);
    const dialog = await screen.findByRole('dialog', { name: /^Tue 10\s?AM: Messages received$/ });
    const [asked] = engine.callsOf('reports.workConversations');
    expect(asked).toMatchObject({ figure: 'received', hour: { weekday: 2, hour: 10 } });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog.isConnected).toBe(false));
    await user.click(hours.getByText('As a table'));
    hours.getByRole('button', { name: /^Tue 10\s?AM: Messages received: 12/ }).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: /^Tue 10/ });
  });

  it('leads nowhere from an hour without any', async () => {
    const { user } = draw();
    const hours = await section('Busiest hours');
    await user.click(within(hours.getByRole('img')).getByText(/^Mon 10\s?AM: 0$/).parentElement as Element);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

it('is parted by what is chosen', async () => {
  const { user } = draw();
  const parts = await section('In parts');
  expect(await parts.findByText('Nobody, or outside Perch')).toBeDefined();
  await user.click(parts.getByRole('combobox', { name: 'By' }));
  await user.click(await screen.findByRole('option', { name: 'Language' }));
  expect(await parts.findByText('Dutch')).toBeDefined();
  await user.click(parts.getByRole('combobox', { name: 'By' }));
  await user.click(await screen.findByRole('option', { name: 'Rule' }));
  expect(await parts.findByText('No rule')).toBeDefined();
});

it('compares with as many days before, and says what its figures mean', async () => {
  const { engine } = draw();
  expect((await section('What the figures mean')).getByText('Backlog')).toBeDefined();
  const [asked] = engine.callsOf('reports.work');
  expect(asked?.compareWith?.to).toBe(asked?.from);
});

it('is saved over time or by group, as it is known then', async () => {
  chooseReport({ period: 'own', from: '2026-09-01', to: '2026-09-10', asKnownOn: '2026-09-12T09:30' });
  const { user, shell, engine } = draw(aWorkReport(), {
    'reports.exportWork': () => ok({ content: 'opened\r\n' }),
  });
  shell.respondWith('files.saveText', { savedAs: 'mine.csv' });
  const saved = () => shell.calls.filter(({ method }) => method === 'files.saveText');
  for (const [index, item] of ['Report over time (CSV)', 'Report in parts (CSV)'].entries()) {
    await user.click(await screen.findByRole('button', { name: 'Save report' }));
    await user.click(await screen.findByRole('menuitem', { name: item }));
    await waitFor(() => expect(saved()).toHaveLength(index + 1));
  }
  const asked = {
    from: new Date(2026, 8, 1).getTime(),
    to: new Date(2026, 8, 11).getTime(),
    asKnownOn: new Date(2026, 8, 12, 9, 30).getTime(),
    delimiter: ',',
  };
  expect(engine.callsOf('reports.exportWork')).toEqual([
    { ...asked, groupBy: 'day' },
    { ...asked, groupBy: 'agent' },
  ]);
  expect(saved().map(({ input }) => input)).toMatchObject([
    { name: 'Work report', format: 'csv', content: 'opened\r\n' },
    { name: 'Work report - Agent' },
  ]);
});

it('says so where nothing happened', async () => {
  const nothing = someWorkFigures({
    received: 0,
    replies: 0,
    resolved: { cases: 0, medianMs: null, p90Ms: null },
  });
  draw(aWorkReport({ figures: nothing, steps: [] }));
  expect(await screen.findByText('No messages, replies or resolutions in this period')).toBeDefined();
});

it('changes to surveys and back by arrow keys', async () => {
  const { user } = draw();
  const work = await screen.findByRole('radio', { name: 'Work' });
  work.focus();
  await user.keyboard('{ArrowRight}');
  expect(await screen.findByRole('radio', { name: 'CSAT' })).toBeDefined();
  expect(screen.queryByRole('region', { name: 'Volume' })).toBeNull();
});
