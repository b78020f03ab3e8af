import { expect, test } from 'vitest';
import type { EngineContext } from '#engine/context/context.ts';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { reportHandlers } from '#engine/handlers/reports.ts';
import { settingsHandlers } from '#engine/handlers/settings.ts';
import { all } from '#engine/store/sql.ts';
import { type EngineInput, engineContract } from '#shared/contract/engine.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';

const period = { from: MORNING - DAY_MS, to: MORNING + 9 * DAY_MS };

/** Nine days of a team in Brussels: 12 people, of whom two in three get a reply and every third is resolved. */
async function someWork() {
  const { ctx, clock, capture } = testEngine();
  const officeHours = { ranges: [], holidays: [], timeZone: 'Europe/Brussels' };
  settingsHandlers['settings.set'](ctx, { officeHours });
  for (let n = 0; n < 12; n += 1) {
    const at = MORNING + n * 17 * HOUR_MS;
    clock.jump(at + 3 * HOUR_MS - clock.now());
    const about = { personId: String(n + 1) };
    await capture([
      someMessage({ ...about, at }),
      someMessage({ ...about, at: at + HOUR_MS }),
      ...(n % 3 === 0 ? [] : [someMessage({ ...about, at: at + 2 * HOUR_MS, role: 'own', reason: null })]),
    ]);
    if (n % 3 !== 1) continue;
    const [{ id } = { id: '' }] = all<{ id: string }>(
      ctx.db,
      'SELECT id FROM conversations WHERE person_id = ?',
      about.personId,
    );
    clock.jump(HOUR_MS);
    await conversationHandlers['conversations.setStatus'](ctx, { id, status: 'resolved' });
  }
  clock.jump(DAY_MS);
  return ctx;
}

async function report(ctx: EngineContext) {
  const { input, output } = engineContract['reports.work'];
  const result = await reportHandlers['reports.work'](ctx, input.parse({ ...period, step: 'day' }));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return output.parse(result.value);
}

type Asked = Omit<EngineInput<'reports.workConversations'>, 'from' | 'to'>;

const list = async (ctx: EngineContext, asked: Asked) =>
  reportHandlers['reports.workConversations'](
    ctx,
    engineContract['reports.workConversations'].input.parse({ ...period, ...asked }),
  );

async function totalOf(ctx: EngineContext, asked: Asked): Promise<number> {
  const result = await list(ctx, asked);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { items, total } = engineContract['reports.workConversations'].output.parse(result.value);
  expect(items).toHaveLength(Math.min(total, asked.limit ?? 100));
  return total;
}

test('behind each count of each day are as many conversations', async () => {
  const ctx = await someWork();
  const { steps } = await report(ctx);
  const figures = ['opened', 'received', 'replies', 'resolved', 'unresolved', 'waiting'] as const;
  expect(steps.length).toBeGreaterThan(8);
  for (const { key, ...counts } of steps)
    for (const figure of figures)
      expect([key, figure, await totalOf(ctx, { figure, step: { unit: 'day', key } })]).toEqual([
        key,
        figure,
        counts[figure],
      ]);
  for (const figure of figures) expect(steps.some((step) => step[figure] > 0)).toBe(true);
});

test('behind each hour of the week are as many messages', async () => {
  const ctx = await someWork();
  const { hours } = await report(ctx);
  for (const figure of ['received', 'replies'] as const)
    for (const [day, row] of hours[figure].entries())
      expect(row).toEqual(
        await Promise.all(
          row.map((_, hour) => totalOf(ctx, { figure, hour: { weekday: day + 1, hour }, limit: 1 })),
        ),
      );
});

test('a backlog names the last message of each conversation, the latest first', async () => {
  const ctx = await someWork();
  const result = await list(ctx, { figure: 'waiting' });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const times = result.value.items.map(({ at }) => (at - MORNING) / HOUR_MS);
  expect(times).toEqual([9, 6, 3, 0].map((n) => n * 17 + 1));
});

test('a step that is not in the period is refused with what is in it', async () => {
  const ctx = await someWork();
  expect(await list(ctx, { figure: 'opened', step: { unit: 'day', key: '2020-01-01' } })).toMatchObject({
    error: {
      code: 'invalid',
      path: 'step.key',
      reason: expect.stringMatching(
        /is no day of the period, which has 2026-\d\d-\d\d to .*; found 2020-01-01/,
      ),
    },
  });
});
