import { expect, test } from 'vitest';
import type { EngineContext } from '#engine/context/context.ts';
import { reportHandlers } from '#engine/handlers/reports.ts';
import { insertAgent } from '#engine/store/agents.ts';
import { putSetting } from '#engine/store/settings.ts';
import { inTransaction } from '#engine/store/sql.ts';
import { setAnswer } from '#engine/store/surveyResponses.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { type EngineInput, engineContract } from '#shared/contract/engine.ts';
import { MORNING } from '../../support/builders.ts';
import { storeSurvey, withConversations } from './storedSurveys.ts';

const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

type Exported = 'reports.exportSurveys' | 'reports.exportResponses';

/** The lines of an exported table, without the mark of its encoding. */
async function linesOf<M extends Exported>(
  ctx: EngineContext,
  method: M,
  input: Partial<EngineInput<M>> = {},
): Promise<string[]> {
  const accepted = engineContract[method].input.parse({ ...always, ...input });
  const result = await reportHandlers[method](ctx, accepted as never);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.content.startsWith('\uFEFF')).toBe(true);
  return result.value.content.slice(1).split('\r\n').slice(0, -1);
}

test('the report is exported with numbers as numbers, also below zero, and words for yes and no', async () => {
  const { ctx, db } = await withConversations();
  for (let n = 0; n < 10; n += 1) storeSurvey(db, { scale: 'nps', score: n < 6 ? 3 : 10, handledBy: 'a1' });
  storeSurvey(db, { score: 5, handledBy: null });
  const [head, ...rows] = await linesOf(ctx, 'reports.exportSurveys', { groupBy: 'agent' });
  expect(head).toMatch(
    /^scale,grouped_by,key,name,sent,responses,response_rate,.*,mean,score_0,.*,score_10$/,
  );
  expect(rows).toEqual([
    'nps,,,,10,10,1,0.7225,1,no,-20,-65.8234,35.0542,5.8,0,0,0,6,0,0,0,0,0,0,4',
    'nps,agent,a1,,10,10,1,0.7225,1,no,-20,-65.8234,35.0542,5.8,0,0,0,6,0,0,0,0,0,0,4',
    'csat,,,,1,1,,,,yes,,,,,,0,0,0,0,1,,,,,',
    'csat,agent,,,1,1,,,,yes,,,,,,0,0,0,0,1,,,,,',
  ]);
});

test('numbers have a decimal comma where semicolons separate fields', async () => {
  const { ctx, db } = await withConversations();
  for (let n = 0; n < 10; n += 1) storeSurvey(db, { scale: 'nps', score: n < 6 ? 3 : 10 });
  const [, row] = await linesOf(ctx, 'reports.exportSurveys', { delimiter: ';' });
  expect(row).toContain(';no;-20;-65,8234;35,0542;5,8;');
});

test('a period that ends early is refused in an export, too', async () => {
  const { ctx } = await withConversations();
  const result = reportHandlers['reports.exportSurveys'](ctx, { from: 1, to: 1, delimiter: ',' });
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid', path: 'to' } });
});

test('responses are exported with names, by the clocks of the office, and no text is a formula', async () => {
  const { ctx, db, ids } = await withConversations();
  putSetting(db, 'officeHours', { ranges: [], holidays: [], timeZone: 'Europe/Brussels' });
  const sam = insertAgent(db, '=cmd()');
  for (const id of ['t1', 't2']) insertTag(db, { id, name: `${id} late`, colour: 'grey' }, MORNING);
  changeTags(db, ids[0] ?? '', { added: ['t2', 't1'], removed: [] });
  storeSurvey(db, {
    id: 's1',
    score: 4,
    comment: '+32 "fine", thanks',
    handledBy: sam,
    answeredAt: MORNING + 1_000,
  });
  storeSurvey(db, { id: 's2', sentAt: MORNING + 60_000 });
  const answer = {
    state: 'answered' as const,
    score: 5,
    comment: '+32 "fine", thanks',
    confidence: 1,
    answeredAt: MORNING,
  };
  setAnswer(db, 's1', answer, { at: MORNING + 2_000, agent: sam, from: 4, to: 5 });
  const [head, ...rows] = await linesOf(ctx, 'reports.exportResponses');
  expect(head).toMatch(
    /^survey,conversation,handle,name,scale,language,sent_at,answered_at,score,corrected,comment,hidden,agent,/,
  );
  expect(rows).toEqual([
    `s1,${ids[0]},person1,Person 1,csat,en,2026-11-23 10:00:00,2026-11-23 10:00:01,5,yes,"'+32 ""fine"", thanks",no,'=cmd(),public,,"t1 late, t2 late",`,
    `s2,${ids[0]},person1,Person 1,csat,en,2026-11-23 10:01:00,,,no,,no,,public,,"t1 late, t2 late",`,
  ]);
  expect(await linesOf(ctx, 'reports.exportResponses', { to: MORNING + 1 })).toHaveLength(2);
});

test('many responses are exported once each and in order, and the engine works on meanwhile', async () => {
  const { ctx, db } = await withConversations();
  // Many of one moment, of both scales, so that pages end within it.
  const count = 1_203;
  inTransaction(db, () => {
    for (let n = 0; n < count; n += 1) {
      const sentAt = MORNING + Math.floor(n / 300);
      storeSurvey(db, { id: `s${String(n).padStart(4, '0')}`, scale: n % 3 === 0 ? 'nps' : 'csat', sentAt });
    }
  });
  let turns = 0;
  let isDone = false;
  const work = () => {
    turns += 1;
    if (!isDone) setImmediate(work);
  };
  setImmediate(work);
  const [, ...rows] = await linesOf(ctx, 'reports.exportResponses', { from: MORNING });
  isDone = true;
  expect(rows.map((row) => row.split(',')[0])).toEqual(
    Array.from({ length: count }, (_, n) => `s${String(n).padStart(4, '0')}`),
  );
  expect(turns).toBeGreaterThan(1);
});
