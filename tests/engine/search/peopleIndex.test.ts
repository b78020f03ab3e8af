import { describe, expect, test } from 'vitest';
import { handlers } from '#engine/handlers/index.ts';
import { findConversations } from '#engine/search/findConversations.ts';
import { upsertPerson } from '#engine/store/people.ts';
import { all } from '#engine/store/sql.ts';
import { MORNING, someMessage, someUser } from '../../support/builders.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

/** More than two blocks of names. */
const MANY = 600;

async function withMany(): Promise<TestEngine> {
  const engine = testEngine();
  const people = Array.from({ length: MANY }, (_, n) =>
    someUser(`${n}`, { handle: `h${n}`, name: `Öne ${n}` }),
  );
  await engine.capture(
    people.map(({ id }) => someMessage({ personId: id })),
    people,
  );
  return engine;
}

const find = async ({ ctx }: TestEngine, text: string, limit = MANY * 2) =>
  (await findConversations(ctx, text, limit)).map(({ person }) => person.id);

/** Who has a part of a name, found by reading everybody. */
function listByReading({ ctx }: TestEngine, part: string): string[] {
  const text = `SELECT x_id AS id FROM people WHERE instr(lower(handle), ?) OR instr(coalesce(folded_name, lower(name)), ?)`;
  return all<{ id: string }>(ctx.db, text, part, part).map(({ id }) => id);
}

describe('the index of people', () => {
  test('finds everybody with a part of a name, in whichever block', async () => {
    const engine = await withMany();
    for (const part of ['ne 59', '99', 'ne ']) {
      const found = await find(engine, part);
      expect(new Set(found).size).toBe(found.length);
      expect(found.toSorted()).toEqual(expect.arrayContaining(listByReading(engine, part).toSorted()));
    }
    expect(await find(engine, 'ne 1', 7)).toHaveLength(7);
  });

  test('keeps up with people who come between others and with other names', async () => {
    const engine = await withMany();
    expect(await find(engine, 'xyz')).toEqual([]);
    const added = Array.from({ length: MANY }, (_, n) =>
      someUser(`30${n}`, { handle: `later${n}`, name: `wxyz${n}` }),
    );
    await engine.capture(
      added.map(({ id }) => someMessage({ personId: id })),
      added,
    );
    expect((await find(engine, 'xyz')).toSorted()).toEqual(added.map(({ id }) => id).toSorted());
    upsertPerson(engine.ctx.db, someUser('301', { handle: 'other', name: 'Other' }), MORNING);
    upsertPerson(engine.ctx.db, someUser('7', { handle: 'h7', name: 'Uvwxyz' }), MORNING);
    const now = added.map(({ id }) => id).filter((id) => id !== '301');
    expect((await find(engine, 'xyz')).toSorted()).toEqual([...now, '7'].toSorted());
    expect(await find(engine, 'her')).toEqual(['301']);
  });

  test('is built in slices between which the engine is free, and whole for all who wait for it', async () => {
    const engine = await withMany();
    let elapsed = 0;
    const clock = { ...engine.ctx.clock, elapsedMs: () => (elapsed += 5) };
    let isDone = false;
    let turns = 0;
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const searches = ['ne 59', 'h599', 'nobody'].map((text) =>
      findConversations({ ...engine.ctx, clock }, text, 20),
    );
    const [parts, handle, none] = await Promise.all(searches);
    isDone = true;
    expect(turns).toBeGreaterThan(MANY / 50);
    expect(parts).toHaveLength(11);
    expect(handle?.[0]?.person.handle).toBe('h599');
    expect(none).toEqual([]);
  });

  test('is built by `search.prepare`, so that the first search need not', async () => {
    const engine = await withMany();
    let asked = 0;
    const clock = { ...engine.ctx.clock, elapsedMs: () => (asked += 1) };
    const ctx = { ...engine.ctx, clock };
    await handlers['search.prepare'](ctx, {});
    const first = asked;
    await findConversations(ctx, 'nobody', 20);
    expect(first).toBeGreaterThan(MANY / 50);
    expect(asked - first).toBeLessThan(MANY / 50);
  });

  test('begins again after it could not be built', async () => {
    const engine = await withMany();
    const { clock } = engine.ctx;
    let isBroken = true;
    const elapsedMs = () => {
      if (isBroken) throw new Error('broken');
      return clock.elapsedMs();
    };
    const ctx = { ...engine.ctx, clock: { ...clock, elapsedMs } };
    await expect(findConversations(ctx, 'ne 59', 20)).rejects.toThrow('broken');
    isBroken = false;
    expect(await findConversations(ctx, 'ne 59', 20)).toHaveLength(11);
  });
});
