import { expect, test } from 'vitest';
import { lookUpPeople, priceOfLookUp } from '#engine/capture/lookUpPeople.ts';
import { getBudgetSettings, putBudgetSettings } from '#engine/store/budgetSettings.ts';
import { getPerson } from '#engine/store/people.ts';
import type { AppError } from '#shared/errors.ts';
import { DAY_MS } from '#shared/time.ts';
import { MORNING, someUser, testAccount } from '../../support/builders.ts';
import { openImports } from '../../support/openImports.ts';
import { newLayout, someDm, someDms } from '../../support/someArchive.ts';

/** A store with the archive of an account that has written with so many people. */
async function withArchive(people: number) {
  const opened = openImports();
  const at = MORNING - 400 * DAY_MS;
  const conversations = Array.from({ length: people }, (_, n) => {
    const id = String(9_000 + n);
    return someDms(id, [someDm(at + n, { from: id, to: testAccount.id, text: `message ${n}` })]);
  });
  await opened.run(newLayout({ tweets: [], conversations }));
  const asked: (readonly string[])[] = [];
  let error: AppError | null = null;
  const x = {
    ...opened.ctx.x,
    getUsers: async (ids: readonly string[]) => {
      if (error) return { ok: false as const, error };
      asked.push(ids);
      // X does not know every third one any more.
      const known = ids.filter((id) => Number(id) % 3 !== 0);
      return { ok: true as const, value: known.map((id) => someUser(id)) };
    },
  };
  const fail = (next: AppError | null) => {
    error = next;
  };
  return { ...opened, ctx: { ...opened.ctx, x }, asked, fail };
}

test('people of whom only the id is known are looked up once, for the price that was named', async () => {
  const { ctx, db, asked, events } = await withArchive(240);
  expect(priceOfLookUp(ctx)).toEqual({ people: 240, usd: expect.closeTo(2.4), affordable: 240 });
  events.length = 0;
  expect(await lookUpPeople(ctx, 240)).toEqual({ asked: 240, found: 160, left: 0 });
  expect(asked.map(({ length }) => length)).toEqual([100, 100, 40]);
  expect(new Set(asked.flat()).size).toBe(240);
  expect(getPerson(db, '9001')).toMatchObject({ handle: 'person9001' });
  expect(getPerson(db, '9000')).toMatchObject({ handle: '', name: '9000' });
  expect(events.filter(({ name }) => name === 'conversations.changed')).toHaveLength(3);
  expect(priceOfLookUp(ctx)).toEqual({ people: 0, usd: 0, affordable: 0 });
  expect(await lookUpPeople(ctx, 240)).toEqual({ asked: 0, found: 0, left: 0 });
});

test('no more people are looked up than was agreed to, and than the cap of the month allows', async () => {
  const { ctx, db, asked } = await withArchive(150);
  expect(await lookUpPeople(ctx, 20)).toMatchObject({ asked: 20, left: 130 });
  putBudgetSettings(db, { ...getBudgetSettings(db), monthlyCapUsd: 0.5 });
  expect(priceOfLookUp(ctx)).toMatchObject({ people: 130, affordable: 50 });
  putBudgetSettings(db, { ...getBudgetSettings(db), monthlyCapUsd: 0 });
  expect(priceOfLookUp(ctx)).toMatchObject({ people: 130, affordable: 0 });
  expect(await lookUpPeople(ctx, 130)).toEqual({ asked: 0, found: 0, left: 130 });
  expect(asked).toHaveLength(1);
});

test('looking up people goes on where an error ended it', async () => {
  const { ctx, asked, fail } = await withArchive(120);
  await lookUpPeople(ctx, 100);
  fail({ code: 'offline' });
  expect(await lookUpPeople(ctx, 120)).toEqual({ asked: 0, found: 0, left: 20, error: { code: 'offline' } });
  fail(null);
  expect(await lookUpPeople(ctx, 120)).toMatchObject({ asked: 20, left: 0 });
  expect(asked.flat()).toHaveLength(120);
});
