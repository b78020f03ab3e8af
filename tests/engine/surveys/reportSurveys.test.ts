import { describe, expect, test } from 'vitest';
import type { EngineContext } from '#engine/context/context.ts';
import { reportHandlers } from '#engine/handlers/reports.ts';
import { createCanned } from '#engine/library/changeLibrary.ts';
import { getCannedResponse } from '#engine/library/toCannedResponse.ts';
import { insertAgent, renameAgent } from '#engine/store/agents.ts';
import { countCannedUses, insertCannedUses } from '#engine/store/cannedUses.ts';
import { putSetting } from '#engine/store/settings.ts';
import { all } from '#engine/store/sql.ts';
import { setAnswer } from '#engine/store/surveyResponses.ts';
import { putSurveySettings } from '#engine/store/surveySettings.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { type EngineInput, engineContract } from '#shared/contract/engine.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { storeSurvey, withConversations } from './storedSurveys.ts';

const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** The report, and its error. */
function reportOf(ctx: EngineContext, input: Partial<EngineInput<'reports.surveys'>> = {}) {
  const { input: accepted, output } = engineContract['reports.surveys'];
  const result = reportHandlers['reports.surveys'](ctx, accepted.parse({ ...always, ...input }));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return output.parse(result.value);
}

const errorOf = (ctx: EngineContext, input: EngineInput<'reports.surveys'>) => {
  const result = reportHandlers['reports.surveys'](ctx, input);
  return result.ok ? null : result.error;
};

describe('the report of surveys', () => {
  test('of an empty workspace has no figure and no group', async () => {
    const { ctx, clock } = await withConversations();
    const report = reportOf(ctx, { groupBy: 'day' });
    expect(report.asKnownOn).toBe(clock.now());
    expect(report.csat).toMatchObject({ sent: 0, responseRate: null, groups: [], comparison: null });
    expect(report.csat.figures).toMatchObject({ responses: 0, isTooFew: true, mean: null, satisfied: null });
    expect(report.nps.figures).toMatchObject({ responses: 0, nps: null });
  });

  test('tells both scales apart, and who responded from who did not', async () => {
    const { ctx, db } = await withConversations();
    for (let n = 0; n < 10; n += 1) storeSurvey(db, { score: n < 9 ? 5 : 2 });
    for (let n = 0; n < 10; n += 1) storeSurvey(db);
    storeSurvey(db, { scale: 'nps', score: 10 });
    const { csat, nps } = reportOf(ctx);
    expect(csat).toMatchObject({ sent: 20, responseRate: { value: 0.5 } });
    expect(csat.figures).toMatchObject({ responses: 10, satisfied: { value: 0.9 }, mean: 4.7 });
    expect(nps).toMatchObject({ sent: 1, responseRate: null, figures: { promoters: 1, nps: null } });
  });

  test('says too few below the minimum that is set', async () => {
    const { ctx, db } = await withConversations();
    for (let n = 0; n < 12; n += 1) storeSurvey(db, { score: 5 });
    expect(reportOf(ctx).csat.figures.isTooFew).toBe(false);
    putSurveySettings(db, { minimumForFigures: 13 }, 0);
    expect(reportOf(ctx).csat).toMatchObject({
      sent: 12,
      responseRate: null,
      figures: { isTooFew: true, responses: 12, mean: null },
    });
  });

  test('has the surveys that X had from the beginning of the period until before its end', async () => {
    const { ctx, db } = await withConversations();
    for (const sentAt of [MORNING - 1, MORNING, MORNING + 9, MORNING + 10]) storeSurvey(db, { sentAt });
    expect(reportOf(ctx, { from: MORNING, to: MORNING + 10 }).csat.sent).toBe(2);
  });

  test('refuses periods that end early or overlap', async () => {
    const { ctx } = await withConversations();
    expect(errorOf(ctx, { from: 10, to: 10 })).toMatchObject({
      path: 'to',
      reason: 'must be later than "from", which is 10; found 10',
    });
    const period = { from: 10, to: 20 };
    expect(errorOf(ctx, { ...period, compareWith: { from: 5, to: 5 } })).toMatchObject({
      path: 'compareWith.to',
    });
    expect(errorOf(ctx, { ...period, compareWith: { from: 5, to: 11 } })).toMatchObject({
      path: 'compareWith',
    });
    expect(errorOf(ctx, { ...period, compareWith: { from: 5, to: 10 } })).toBeNull();
    expect(errorOf(ctx, { ...period, compareWith: { from: 20, to: 30 } })).toBeNull();
  });
});

describe('a comparison', () => {
  test('says higher when the period is better than the other by more than chance', async () => {
    const { ctx, db } = await withConversations();
    const [june, july] = [MORNING - 60 * DAY_MS, MORNING - 30 * DAY_MS];
    for (let n = 0; n < 40; n += 1) storeSurvey(db, { sentAt: june, score: n < 10 ? 5 : 1 });
    for (let n = 0; n < 40; n += 1) storeSurvey(db, { sentAt: july, score: n < 30 ? 4 : 2 });
    const compareWith = { from: june, to: june + DAY_MS };
    const { csat, nps } = reportOf(ctx, { from: july, to: july + DAY_MS, compareWith });
    expect(csat.comparison).toMatchObject({ verdict: 'higher', sent: 40, difference: { value: 0.5 } });
    expect(csat.comparison?.figures.satisfied?.value).toBe(0.25);
    expect(nps.comparison).toMatchObject({ verdict: 'tooFew', difference: null, pValue: null });
  });
});

describe('as known on a day', () => {
  test('leaves out what was sent, answered and corrected later', async () => {
    const { ctx, db } = await withConversations();
    const id = storeSurvey(db, { score: 2, answeredAt: MORNING + HOUR_MS });
    storeSurvey(db, { sentAt: MORNING + DAY_MS });
    correct(id, MORNING + 2 * HOUR_MS, 2, 5);
    correct(id, MORNING + 3 * HOUR_MS, 5, null);
    correct(id, MORNING + 4 * HOUR_MS, null, 4);
    const known = (hours: number) => {
      const { sent, figures } = reportOf(ctx, { asKnownOn: MORNING + hours * HOUR_MS }).csat;
      return [sent, ...figures.distribution.filter(({ count }) => count > 0).map(({ score }) => score)];
    };
    expect([-1, 0, 1, 2, 3, 4, 24].map(known)).toEqual([[0], [1], [1, 2], [1, 5], [1], [1, 4], [2, 4]]);
    expect(reportOf(ctx).csat.figures.distribution[3]).toEqual({ score: 4, count: 1 });

    function correct(survey: string, at: number, from: number | null, to: number | null) {
      const state = to === null ? ('sent' as const) : ('answered' as const);
      const answer = { state, score: to, comment: null, confidence: 1, answeredAt: to === null ? null : at };
      setAnswer(db, survey, answer, { at, agent: 'a1', from, to });
    }
  });
});

describe('groups', () => {
  test('of agents keep a renamed agent and one whose name is not stored', async () => {
    const { ctx, db } = await withConversations();
    const sam = insertAgent(db, 'Sam');
    for (const handledBy of [sam, sam, 'gone', null, null, null]) storeSurvey(db, { handledBy, score: 5 });
    renameAgent(db, sam, 'Samira');
    expect(reportOf(ctx, { groupBy: 'agent' }).csat.groups).toMatchObject([
      { key: sam, label: 'Samira', sent: 2, figures: { isTooFew: true } },
      { key: 'gone', label: null, sent: 1 },
      { key: null, label: null, sent: 3 },
    ]);
  });

  test('of tags have a survey once for each tag of its conversation now', async () => {
    const { ctx, db, ids } = await withConversations(2);
    for (const id of ['late', 'broken'])
      insertTag(db, { id, name: id.toUpperCase(), colour: 'grey' }, MORNING);
    const [tagged = '', untagged = ''] = ids;
    changeTags(db, tagged, { added: ['late'], removed: [] });
    for (const conversationId of [tagged, tagged, untagged]) storeSurvey(db, { conversationId });
    storeSurvey(db, { conversationId: tagged, scale: 'nps' });
    changeTags(db, tagged, { added: ['broken'], removed: [] });
    changeTags(db, untagged, { added: ['late'], removed: [] });
    changeTags(db, untagged, { added: [], removed: ['late'] });
    const { csat, nps } = reportOf(ctx, { groupBy: 'tag' });
    expect(csat.sent).toBe(3);
    expect(csat.groups.map(({ key, label, sent }) => [key, label, sent])).toEqual([
      ['broken', 'BROKEN', 2],
      ['late', 'LATE', 2],
      [null, null, 1],
    ]);
    expect(nps.groups.map(({ key, sent }) => [key, sent])).toEqual([
      ['broken', 1],
      ['late', 1],
    ]);
  });

  test('of channels and of response times are those of the conversation', async () => {
    const engine = await withConversations();
    const { ctx, db, ids } = engine;
    const openedAt = MORNING - DAY_MS;
    const reply = { kind: 'dm', reason: null, role: 'own' } as const;
    await engine.capture([
      someMessage({ kind: 'dm', reason: 'dm', personId: '7', at: openedAt }),
      someMessage({ ...reply, personId: '7', at: openedAt + HOUR_MS }),
      someMessage({ ...reply, personId: '7', at: openedAt + 2 * HOUR_MS }),
      someMessage({ kind: 'dm', reason: 'dm', personId: '8', at: openedAt }),
      someMessage({ ...reply, personId: '8', at: openedAt + HOUR_MS + 1 }),
    ]);
    const privately = all<{ id: string }>(db, `SELECT id FROM conversations WHERE reason = 'dm'`);
    expect(privately).toHaveLength(2);
    for (const conversationId of [...ids, ...privately.map(({ id }) => id)])
      storeSurvey(db, { conversationId });
    const groupsBy = (groupBy: 'channel' | 'responseTime') =>
      reportOf(ctx, { groupBy }).csat.groups.map(({ key, sent }) => [key, sent]);
    expect(groupsBy('channel')).toEqual([
      ['dm', 2],
      ['public', 1],
    ]);
    expect(groupsBy('responseTime')).toEqual([
      ['hour1', 1],
      ['hours4', 1],
      [null, 1],
    ]);
  });

  test('of canned responses have those that X had before the survey', async () => {
    const { ctx, db, ids } = await withConversations();
    const [conversationId = ''] = ids;
    const content = { shortcut: null, folder: '', texts: [], images: [] };
    const [refund = '', later = ''] = ['Refund', 'Later'].map((title) => {
      const created = createCanned(ctx, { ...content, title });
      return created.ok ? created.value.id : '';
    });
    const reply = (id: string, cannedId: string, sentAt: number | null) => {
      putOutboxRow(db, { id, conversationId, at: MORNING });
      insertCannedUses(db, { id, conversationId }, [{ cannedId, edited: false }]);
      if (sentAt !== null) countCannedUses(db, id, sentAt);
    };
    storeSurvey(db);
    reply('o1', refund, MORNING);
    reply('o2', refund, MORNING);
    reply('o3', later, null);
    storeSurvey(db);
    reply('o4', later, MORNING);
    expect(reportOf(ctx, { groupBy: 'canned' }).csat.groups).toMatchObject([
      { key: refund, label: 'Refund', sent: 1 },
      { key: null, label: null, sent: 1 },
    ]);
  });

  test('of a canned response stand with it once there are enough scores', async () => {
    const { ctx, db, ids } = await withConversations();
    const [conversationId = ''] = ids;
    const texts = [{ language: null, channel: null, text: 'You have 14 days.' }];
    const created = createCanned(ctx, { title: 'Refund', shortcut: null, folder: '', texts, images: [] });
    const cannedId = created.ok ? created.value.id : '';
    putOutboxRow(db, { id: 'o1', conversationId, at: MORNING });
    insertCannedUses(db, { id: 'o1', conversationId }, [{ cannedId, edited: false }]);
    countCannedUses(db, 'o1', MORNING);
    const scores = () => getCannedResponse(ctx, cannedId)?.outcome.scores;
    for (const score of [5, 5, 4, 4, 4, 4, 3, 2, 1]) storeSurvey(db, { score });
    for (const score of [9, 10, 8]) storeSurvey(db, { scale: 'nps', score });
    storeSurvey(db);
    expect(scores()).toEqual([]);
    storeSurvey(db, { score: 5 });
    expect(scores()).toEqual([{ scale: 'csat', high: 7, all: 10 }]);
  });

  test('of days follow the clocks of the office where they change', async () => {
    const { ctx, db } = await withConversations();
    putSetting(db, 'officeHours', { ranges: [], holidays: [], timeZone: 'Europe/Brussels' });
    // On 25 October 2026 clocks there go from 3 back to 2 o'clock, so that the day has 25 hours.
    const midnight = Date.UTC(2026, 9, 24, 22);
    for (const hours of [-0.01, 0, 24.9, 25, 25.1]) storeSurvey(db, { sentAt: midnight + hours * HOUR_MS });
    const groupsBy = (groupBy: 'day' | 'week' | 'month') =>
      reportOf(ctx, { groupBy }).csat.groups.map(({ key, sent }) => [key, sent]);
    expect(groupsBy('day')).toEqual([
      ['2026-10-24', 1],
      ['2026-10-25', 2],
      ['2026-10-26', 2],
    ]);
    expect(groupsBy('week')).toEqual([
      ['2026-10-19', 3],
      ['2026-10-26', 2],
    ]);
    expect(groupsBy('month')).toEqual([['2026-10-01', 5]]);
  });
});
