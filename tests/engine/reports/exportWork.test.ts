import { expect, test } from 'vitest';
import type { EngineContext } from '#engine/context/context.ts';
import { recordTargets } from '#engine/conversations/targets.ts';
import { reportHandlers } from '#engine/handlers/reports.ts';
import { all, inTransaction } from '#engine/store/sql.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { type EngineInput, engineContract } from '#shared/contract/engine.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';

const period = { from: MORNING - HOUR_MS, to: MORNING + 2 * DAY_MS };

/** The rows of the exported table by the names of its columns. */
async function rowsOf(
  ctx: EngineContext,
  input: Pick<EngineInput<'reports.exportWork'>, 'groupBy' | 'delimiter'>,
) {
  const accepted = engineContract['reports.exportWork'].input.parse({ ...period, ...input });
  const result = await reportHandlers['reports.exportWork'](ctx, accepted);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const [head = '', ...rows] = result.value.content.replace('\uFEFF', '').split('\r\n').slice(0, -1);
  const delimiter = input.delimiter ?? ',';
  const names = head.split(delimiter);
  return rows.map((row) => Object.fromEntries(row.split(delimiter).map((cell, at) => [names[at], cell])));
}

async function withTwoDays() {
  const { ctx, clock, capture } = testEngine();
  const write = async (minutes: number, isOwn: boolean, personId = '1') => {
    const at = MORNING + minutes * MINUTE_MS;
    clock.jump(at - clock.now());
    recordTargets(ctx);
    await capture([someMessage({ at, personId, ...(isOwn ? { role: 'own', reason: null } : {}) })]);
  };
  await write(1, false);
  await write(11.5, true);
  await write(20, false, '2');
  await write(24 * 60, true, '2');
  return ctx;
}

test('has a row for all and one for each day, with times in minutes and the backlog', async () => {
  const ctx = await withTwoDays();
  const [everything, ...days] = await rowsOf(ctx, { groupBy: 'day' });
  expect(everything).toMatchObject({
    grouped_by: '',
    received: '2',
    replies: '2',
    first_replies: '2',
    first_replies_median_minutes: '10.5',
    first_replies_targets: '2',
    first_replies_targets_met: '1',
    first_replies_targets_met_share: '0.5',
    unresolved: '2',
    waiting: '0',
  });
  expect(days.map(({ key, received, replies, waiting }) => [key, received, replies, waiting])).toEqual([
    ['2026-11-23', '2', '1', '1'],
    ['2026-11-24', '0', '1', '0'],
  ]);
});

test('has a row for each group, no name as a formula, and decimal commas where semicolons separate', async () => {
  const ctx = await withTwoDays();
  const [conversation] = all<{ id: string }>(ctx.db, 'SELECT id FROM conversations ORDER BY opened_at');
  const id = conversation?.id ?? '';
  inTransaction(ctx.db, () => {
    insertTag(ctx.db, { id: 't1', name: '=cmd', colour: 'grey' }, MORNING);
    changeTags(ctx.db, id, { added: ['t1'], removed: [] });
  });
  const rows = await rowsOf(ctx, { groupBy: 'tag', delimiter: ';' });
  expect(rows[0]?.first_replies_median_minutes).toBe('10,5');
  expect(rows.slice(1).map(({ key, name, replies, unresolved }) => [key, name, replies, unresolved])).toEqual(
    expect.arrayContaining([
      ['t1', "'=cmd", '1', ''],
      ['', '', '1', ''],
    ]),
  );
});

test('refuses a period that ends before it begins', async () => {
  const { ctx } = testEngine();
  const input = { from: 10, to: 10, groupBy: 'day', delimiter: ',' } as const;
  const result = await reportHandlers['reports.exportWork'](ctx, input);
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid', path: 'to' } });
});
