import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toDay, toEveryStep, toReportDates } from '#renderer/features/Reports/base/reportPeriod.ts';
import { OwnDates } from '#renderer/features/Reports/OwnDates.tsx';
import { ReportsScreen } from '#renderer/features/Reports/ReportsScreen.tsx';
import { chooseReport, resetReport } from '#renderer/state/report.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { SurveyComment } from '#shared/domain/surveyReport.ts';
import { ok } from '#shared/result.ts';
import { aPerson } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';
import { aCsatReport, aGroup, aReport, csatFigures, half, sentPeriod } from './aReport.ts';

beforeEach(() => chooseReport({ part: 'surveys' }));
afterEach(resetReport);

type Csat = EngineOutput<'reports.surveys'>['csat'];

const tooFew: Csat['figures'] = { ...csatFigures, responses: 3, isTooFew: true, mean: null, satisfied: null };

const comment: SurveyComment = {
  surveyId: 's1',
  conversationId: 'c1',
  person: aPerson(),
  scale: 'csat',
  score: 2,
  comment: 'Far too slow',
  at: Date.now() - 3_600_000,
  agent: { id: 'a2', name: 'Robin' },
};

function draw(report: Partial<Csat> = {}, more: FakeHandlers = {}) {
  return renderWithEngine(<ReportsScreen />, {
    handlers: {
      'reports.surveys': ({ groupBy }) =>
        ok(
          aReport({
            csat: aCsatReport({
              ...report,
              groups: groupBy === 'agent' ? [aGroup({})] : (report.groups ?? []),
            }),
          }),
        ),
      'reports.surveyComments': () => ok({ items: [comment] }),
      'reports.surveysWhyNot': () =>
        ok({
          refusals: 3,
          items: [
            { code: 'night', count: 2 },
            { code: 'optedOut', count: 1 },
          ],
        }),
      ...more,
    },
  });
}

describe('saving', () => {
  it('writes what is shown, or each survey behind it, to a file of the agent’s choice', async () => {
    const { engine, shell, user } = draw(
      {},
      {
        'reports.exportSurveys': () => ok({ content: 'scale,sent\r\n' }),
        'reports.exportResponses': () => ok({ content: 'score\r\n' }),
      },
    );
    shell.respondWith('files.saveText', { savedAs: 'mine.csv' });
    await user.click(await screen.findByRole('button', { name: 'Save report' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Report over time (CSV)' }));
    const saved = () => shell.calls.filter(({ method }) => method === 'files.saveText');
    await waitFor(() => expect(saved()).toHaveLength(1));
    const [{ compareWith: _, ...shown } = { from: 0, to: 0 }] = engine.callsOf('reports.surveys');
    expect(engine.callsOf('reports.exportSurveys')).toEqual([{ ...shown, delimiter: ',' }]);
    expect(saved()[0]?.input).toEqual({ name: 'Reports', format: 'csv', content: 'scale,sent\r\n' });
    await user.click(screen.getByRole('button', { name: 'Save report' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Report in parts (CSV)' }));
    await waitFor(() => expect(saved()).toHaveLength(2));
    expect(engine.callsOf('reports.exportSurveys')[1]).toEqual({
      ...shown,
      groupBy: 'agent',
      delimiter: ',',
    });
    await user.click(screen.getByRole('button', { name: 'Save report' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Each survey with its score (CSV)' }));
    await waitFor(() => expect(saved()).toHaveLength(3));
    expect(saved()[2]?.input).toMatchObject({ name: 'Survey responses', content: 'score\r\n' });
  });
});

describe('the report', () => {
  it('says which key sends a survey while none was sent, and why none was', async () => {
    draw({ sent: 0, responseRate: null, figures: { ...tooFew, responses: 0 } });
    expect(await screen.findByText('No satisfaction surveys in this period')).toBeDefined();
    expect(await screen.findByText(/^3 surveys were not sent/)).toBeDefined();
  });

  it('shows the figure with its interval, the response rate and the mean', async () => {
    draw();
    const figures = await screen.findByText('Satisfied (scores 4 and 5)');
    const list = within(figures.closest('dl') as HTMLElement);
    expect(list.getByText('90%')).toBeDefined();
    expect(list.getByText('77% – 96% is likely')).toBeDefined();
    expect(list.getByText('40 of 60 gave a score')).toBeDefined();
    expect(list.getByText('4.7')).toBeDefined();
  });

  it('says too few below the minimum', async () => {
    draw({ figures: tooFew });
    expect(await screen.findByText('Too few to say: 3 of at least 10 scores')).toBeDefined();
  });

  it.each([
    ['higher', 'Higher than in the period before: 50% then, +40 points (+20 to +56)'],
    ['lower', 'Lower than in the period before: 50% then, +40 points (+20 to +56)'],
    ['chance', '50% in the period before: the difference could be chance (+20 to +56 points)'],
    ['tooFew', 'Too few scores to compare with the period before'],
  ] as const)('says of a comparison that is “%s”: %s', async (verdict, words) => {
    const figures = { ...csatFigures, satisfied: half };
    const difference = verdict === 'tooFew' ? null : { value: 0.4, low: 0.2, high: 0.56 };
    draw({ comparison: { ...sentPeriod, figures, verdict, difference, pValue: 0.01 } });
    expect(await screen.findByText(words)).toBeDefined();
  });

  it('draws scores and trend, and has the same figures as tables', async () => {
    const groups = [
      { ...sentPeriod, key: '2026-11-02', label: null, figures: csatFigures },
      { ...sentPeriod, key: '2026-11-16', label: null, figures: tooFew },
      { ...sentPeriod, key: '2026-11-23', label: null, figures: { ...csatFigures, satisfied: half } },
    ];
    const { user } = draw({ groups });
    expect(await screen.findByRole('img', { name: '40 scores; most often 5, 36 times' })).toBeDefined();
    expect(
      screen.getByRole('img', { name: 'From Nov 2 to Nov 23: 90% at first, 50% at the end' }),
    ).toBeDefined();
    const trend = within(screen.getByRole('region', { name: 'Week by week' }));
    await user.click(trend.getByText('As a table'));
    const rows = trend.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows[1]).toBe('Nov 2604050%90%77% – 96%');
    expect(rows[2]).toBe('Nov 1660350%Too few to say–');
  });

  it('shows the other scale and another period, and compares with as many days before', async () => {
    const { user, engine } = draw();
    await user.click(await screen.findByRole('radio', { name: 'NPS' }));
    expect(await screen.findByText('Promoters, 9 and 10: 15 (75%)')).toBeDefined();
    expect(screen.getByText('+65')).toBeDefined();
    await user.click(screen.getByRole('radio', { name: '365 days' }));
    await waitFor(() =>
      expect(engine.callsOf('reports.surveys').some(({ groupBy }) => groupBy === 'month')).toBe(true),
    );
    const asked = engine.callsOf('reports.surveys').find(({ groupBy }) => groupBy === 'month');
    expect(asked?.compareWith?.to).toBe(asked?.from);
  });

  it('is parted by agent, or by what is chosen', async () => {
    const { user, engine } = draw();
    const parts = within(await screen.findByRole('region', { name: 'In parts' }));
    expect(await parts.findByText('Sam')).toBeDefined();
    await user.click(parts.getByRole('combobox', { name: 'By' }));
    await user.click(await screen.findByRole('option', { name: 'Channel' }));
    await waitFor(() => expect(engine.callsOf('reports.surveys').at(-1)?.groupBy).toBe('channel'));
  });
});

describe('comments', () => {
  it('stand beside their scores and lead to their conversation', async () => {
    draw();
    const comments = within(await screen.findByRole('region', { name: 'Comments' }));
    expect(await comments.findByText('Far too slow')).toBeDefined();
    expect(comments.getByText('2/5')).toBeDefined();
    expect(comments.getByText(/handled by Robin/)).toBeDefined();
    expect(comments.getByRole('button', { name: /^Open conversation with / })).toBeDefined();
  });

  it('are filtered by score, agent and words', async () => {
    const { user, engine } = draw();
    const comments = within(await screen.findByRole('region', { name: 'Comments' }));
    await user.click(comments.getByRole('combobox', { name: 'Score' }));
    await user.click(await screen.findByRole('option', { name: 'Low scores' }));
    await user.click(comments.getByRole('combobox', { name: 'Agent' }));
    await user.click(await screen.findByRole('option', { name: 'Robin' }));
    await user.type(comments.getByRole('searchbox'), 'slow');
    await waitFor(() =>
      expect(engine.callsOf('reports.surveyComments').at(-1)).toMatchObject({
        scale: 'csat',
        scores: { min: 1, max: 2 },
        agent: 'a2',
        text: 'slow',
      }),
    );
  });
});

it('counts why surveys were not sent', async () => {
  draw();
  const table = within(await screen.findByRole('table', { name: 'Why surveys were not sent' }));
  expect(table.getAllByRole('row')[1]?.textContent).toMatch(/where they live\.2$/);
});

describe('own dates', () => {
  const typed = (name: string) => screen.getByLabelText(name);

  it('begin as those that are shown, and ask for as many days before, as known when somebody says', async () => {
    const { user, engine } = draw();
    await user.click(await screen.findByRole('radio', { name: 'Own dates' }));
    const shown = engine.callsOf('reports.surveys').at(-1);
    expect(typed('First day')).toHaveProperty('value', toDay(shown?.from ?? 0));
    fireEvent.change(typed('First day'), { target: { value: '2026-09-01' } });
    fireEvent.change(typed('Last day'), { target: { value: '2026-09-10' } });
    fireEvent.change(typed('As known on'), { target: { value: '2026-09-12T09:30' } });
    const asked = {
      from: new Date(2026, 8, 1).getTime(),
      to: new Date(2026, 8, 11).getTime(),
      compareWith: { from: new Date(2026, 7, 22).getTime(), to: new Date(2026, 8, 1).getTime() },
      asKnownOn: new Date(2026, 8, 12, 9, 30).getTime(),
      groupBy: 'day',
    };
    await waitFor(() => expect(engine.callsOf('reports.surveys')).toContainEqual(asked));
    const { compareWith: _, ...inParts } = { ...asked, groupBy: 'agent' };
    await waitFor(() => expect(engine.callsOf('reports.surveys')).toContainEqual(inParts));
  });

  it.each([
    ['en', 'First day', /^Thu,? (3 September|September 3,) 2026$/, 'As known on', /^(12 Sept?|Sep 12,) 2026/],
    ['nl', 'Eerste dag', /^do 3 september 2026$/, 'Zoals bekend op', /^12 sep\.? 2026,? (om )?09:30$/],
    ['fr', 'Premier jour', /^jeu\. 3 septembre 2026$/, 'Données connues au', /^12 sept\. 2026,? (à )?09:30$/],
  ] as const)('are said in the language of the window: %s', async (language, first, day, known, time) => {
    renderWithEngine(<OwnDates problem={null} />, { shell: { language } });
    const words = (field: HTMLElement) =>
      document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
    const field = await screen.findByLabelText(first);
    fireEvent.change(field, { target: { value: '2026-09-03' } });
    expect(words(field)).toMatch(day);
    fireEvent.change(typed(known), { target: { value: '2026-09-12T09:30' } });
    expect(words(typed(known))).toMatch(time);
    fireEvent.change(field, { target: { value: '' } });
    expect(words(field)).toBe('');
  });

  it('say in words what is wrong with them, and show no figures of others meanwhile', async () => {
    const { user } = draw();
    await user.click(await screen.findByRole('radio', { name: 'Own dates' }));
    fireEvent.change(typed('First day'), { target: { value: '2026-09-10' } });
    fireEvent.change(typed('Last day'), { target: { value: '2026-09-01' } });
    expect((await screen.findByRole('alert')).textContent).toMatch(/^The last day is before the first\./);
    expect(screen.queryByText('Satisfied (scores 4 and 5)')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save report' })).toBeNull();
  });
});

describe('the period', () => {
  const now = new Date(2026, 10, 28, 12).getTime();
  const own = (from: string, to: string, asKnownOn = '') =>
    toReportDates({ period: 'own', from, to, asKnownOn }, now);

  it('has whole days up to the end of today, and as many before', () => {
    const from = new Date(2026, 10, 22).getTime();
    expect(toReportDates({ period: 'days7', from: '', to: '', asKnownOn: '' }, now)).toEqual({
      ok: true,
      value: {
        range: { from, to: new Date(2026, 10, 29).getTime() },
        before: { from: new Date(2026, 10, 15).getTime(), to: from },
        step: 'day',
      },
    });
  });

  it.each([
    ['2026-11-01', '2026-11-14', 'day'],
    ['2026-11-01', '2026-11-15', 'week'],
    ['2026-01-01', '2026-07-01', 'week'],
    ['2026-01-01', '2026-07-02', 'month'],
  ] as const)('from %s to %s is drawn by the %s', (from, to, step) => {
    expect(own(from, to)).toMatchObject({ value: { step } });
  });

  it.each([
    ['', '2026-11-01', '', 'missing'],
    ['2026-11-01', '', '', 'missing'],
    ['0202-11-01', '2026-11-01', '', 'tooEarly'],
    ['2026-11-02', '2026-11-01', '', 'reversed'],
    ['2026-11-29', '2026-11-30', '', 'toCome'],
    ['2026-11-01', '2026-11-02', '2026-11-28T12:01', 'knownToCome'],
    ['2026-11-01', '2026-11-02', '2026-11-01T00:00', 'knownTooEarly'],
  ] as const)('from “%s” to “%s” as known on “%s” is refused: %s', (from, to, asKnownOn, error) => {
    expect(own(from, to, asKnownOn)).toEqual({ ok: false, error });
  });

  it.each([
    ['day', ['2026-10-30', '2026-11-01'], ['2026-10-30', '2026-10-31', '2026-11-01']],
    ['week', ['2026-10-26', '2026-11-09'], ['2026-10-26', '2026-11-02', '2026-11-09']],
    ['month', ['2025-12-01', '2026-02-01'], ['2025-12-01', '2026-01-01', '2026-02-01']],
    ['day', [], []],
  ] as const)('has every %s from the first to the last', (step, keys, all) => {
    expect(toEveryStep(keys, step)).toEqual(all);
  });
});
