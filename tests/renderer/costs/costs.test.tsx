import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CostsScreen } from '#renderer/features/Costs/CostsScreen.tsx';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { CostReport } from '#shared/domain/cost.ts';
import { err, ok } from '#shared/result.ts';
import { aCostReport, testBudget } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const today = new Date().toISOString().slice(0, 10);
const spent: Partial<CostReport> = {
  total: { calls: 1_240, items: 310, usd: 3.5 },
  days: [{ day: today, calls: 1_240, items: 310, usd: 3.5 }],
  sources: [
    { source: 'mentions', calls: 1_200, items: 300, usd: 3 },
    { source: 'search:s1', calls: 40, items: 10, usd: 0.5 },
  ],
  conversations: [{ conversationId: 'c7', handle: 'annadv', name: 'Anna', calls: 4, items: 4, usd: 0.05 }],
};

function draw(change: Partial<CostReport> = spent, handlers: FakeHandlers = {}) {
  return renderWithEngine(<CostsScreen />, {
    handlers: {
      'reports.costs': () => ok(aCostReport(change)),
      'budget.set': (given) => ok({ ...testBudget, monthlyCapUsd: given.monthlyCapUsd ?? null }),
      'savedSearches.list': () =>
        ok({
          items: [
            {
              id: 's1',
              name: 'Late parcels',
              terms: { all: ['late'], any: [], phrases: [], hashtags: [], none: [], lang: null },
              query: 'late -is:retweet',
              takesAll: false,
              createdAt: 0,
              hits: 10,
            },
          ],
        }),
      ...handlers,
    },
  });
}

describe('the costs', () => {
  it('name the person of a conversation whose handle is not known', async () => {
    const unknown = { handle: '', calls: 1, items: 1, usd: 0.01 };
    const { user } = draw({
      ...spent,
      conversations: [
        { ...unknown, conversationId: 'c7', name: 'Anna de Vries' },
        { ...unknown, conversationId: 'c8', name: '\u3164' },
      ],
    });
    const open = await screen.findByRole('button', { name: 'Open conversation with Anna de Vries' });
    expect(open.textContent).toBe('Anna de Vries');
    expect(screen.getByRole('button', { name: 'Open conversation with c8' }).textContent).toBe('c8');
    await user.click(open);
    expect(useUi.getState().selectedId).toBe('c7');
  });

  it('show the month against its cap in figures and words', async () => {
    draw({ ...spent, month: { spentUsd: 43.27, capUsd: 50, state: 'warned' } });
    const month = await screen.findByRole('region', { name: 'This month' });
    expect(month.textContent).toContain('$43.27');
    expect(month.textContent).toContain('of $50.00');
    expect(month.textContent).toContain('Close to the cap');
    expect(within(month).getByRole('meter').getAttribute('aria-valuenow')).toBe('87');
  });

  it('say that no limit is set', async () => {
    draw({ month: { spentUsd: 5, capUsd: null, state: 'fine' } });
    expect(await screen.findByText(/No limit set/)).toBeDefined();
  });

  it('say that reading has stopped and replying has not', async () => {
    draw({ month: { spentUsd: 50, capUsd: 50, state: 'stopped' } });
    expect(await screen.findByText('Sync stopped')).toBeDefined();
    expect(screen.getByText(/Replies are still sent/)).toBeDefined();
  });

  it('show the days as a chart and the same figures as a table', async () => {
    draw();
    const chart = await screen.findByRole('img', { name: /Amount per day in US dollars/ });
    expect(chart.getAttribute('aria-label')).toContain('$3.50');
    const table = screen.getByRole('table', { name: 'Per day', hidden: true });
    expect(table.textContent).toContain('1,240');
  });

  it('name the count of messages before the first reading', async () => {
    draw({ ...spent, sources: [{ source: 'estimate', calls: 2, items: 2, usd: 0.01 }] });
    const table = await screen.findByRole('table', { name: 'By source' });
    expect(within(table).getByText('First count of messages')).toBeDefined();
  });

  it('name the sources, saved searches by their names', async () => {
    draw();
    const table = await screen.findByRole('table', { name: 'By source' });
    expect(within(table).getByText('Mentions')).toBeDefined();
    expect(await within(table).findByText('Late parcels')).toBeDefined();
  });

  it('open a conversation from its costs', async () => {
    const { user } = draw();
    await user.click(await screen.findByRole('button', { name: 'Open conversation with @annadv' }));
    expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c7' });
  });

  it('show another period', async () => {
    const { user, engine } = draw();
    await user.click(await screen.findByRole('radio', { name: '7 days' }));
    await waitFor(() => {
      const input = engine.callsOf('reports.costs').at(-1);
      expect((input?.to ?? 0) - (input?.from ?? 0)).toBe(7 * 86_400_000);
    });
  });

  it('save a new cap, and no cap if the field is empty', async () => {
    const { user, engine } = draw();
    const cap = await screen.findByRole('textbox', { name: 'Monthly cap' });
    await user.clear(cap);
    await user.type(cap, '75,5{Enter}');
    await waitFor(() => expect(engine.callsOf('budget.set')).toEqual([{ monthlyCapUsd: 75.5 }]));
    await user.clear(cap);
    await user.type(cap, '{Enter}');
    await waitFor(() => expect(engine.callsOf('budget.set').at(-1)).toEqual({ monthlyCapUsd: null }));
  });

  it('ask which number is meant instead of saving one of them, and keep it on Enter', async () => {
    const { user, engine } = draw();
    const cap = await screen.findByRole('textbox', { name: 'Monthly cap' });
    await user.clear(cap);
    await user.type(cap, '1.000{Enter}');
    expect(screen.getByText(/1000/).textContent).toMatch(/\b1\b/);
    expect(cap).toHaveProperty('value', '1.000');
    expect(engine.callsOf('budget.set')).toEqual([]);
    await user.clear(cap);
    await user.type(cap, '1,000{Enter}');
    await waitFor(() => expect(engine.callsOf('budget.set')).toEqual([{ monthlyCapUsd: 1_000 }]));
  });

  it('reject an invalid price, which stays with its advice until Escape', async () => {
    const { user, engine } = draw();
    const price = await screen.findByRole('textbox', { name: 'Mention read' });
    await user.clear(price);
    await user.type(price, 'much{Enter}');
    expect(engine.callsOf('budget.set')).toEqual([]);
    expect(price).toHaveProperty('value', 'much');
    await user.type(price, '{Escape}');
    expect(price).toHaveProperty('value', '0.001');
  });

  it('explain what will be shown here', async () => {
    draw({});
    expect(await screen.findByText('Nothing spent')).toBeDefined();
  });

  it('say that they could not be loaded', async () => {
    draw({}, { 'reports.costs': () => err({ code: 'engineGone' }) });
    expect(await screen.findByText('Couldn’t load the costs')).toBeDefined();
  });
});

describe('the banner', () => {
  const frame = (change: Partial<CostReport>) =>
    renderWithEngine(<Frame />, { handlers: { 'reports.costs': () => ok(aCostReport(change)) } });

  it('warns, leads to the costs and can be dismissed', async () => {
    const { user } = frame({ month: { spentUsd: 45, capUsd: 50, state: 'warned' } });
    const words = await screen.findByText('$45.00 of $50.00 spent this month.');
    await user.click(screen.getByRole('button', { name: 'Go to Costs' }));
    expect(await screen.findByRole('heading', { name: 'Costs' })).toBeDefined();
    expect(words.isConnected).toBe(false);
    await user.keyboard('gq');
    await user.click(await screen.findByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/spent this month/)).toBeNull();
  });

  it('cannot be dismissed when reading has stopped', async () => {
    frame({ month: { spentUsd: 50, capUsd: 50, state: 'stopped' } });
    expect(await screen.findByText(/Perch fetches nothing new this month/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  });

  it('is hidden while the month is below the warning', async () => {
    const { engine } = frame({});
    await waitFor(() => expect(engine.callsOf('reports.costs').length).toBeGreaterThan(0));
    expect(screen.queryByRole('button', { name: 'Go to Costs' })).toBeNull();
  });
});
