import { describe, expect, test } from 'vitest';
import { createArchiveImports } from '#engine/archive/archiveImports.ts';
import { all, get } from '#engine/store/sql.ts';
import { hasUnthreaded } from '#engine/store/threading.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { countViews } from '../../support/lists.ts';
import { openTables, toTable } from '../../support/someTable.ts';

const ROWS = 400;
const CUSTOMERS = 40;
const mapping = {
  columns: { authorId: 0, direction: 1, text: 2, at: 3 },
  kind: 'dm',
  timeZone: null,
  dayOrder: null,
} as const;

/** What customers wrote since the connecting, in another tool. */
const table = toTable([
  ['twitter_user_id', 'direction', 'text', 'created_at'],
  ...Array.from({ length: ROWS }, (_, n) => [
    String(9_000 + (n % CUSTOMERS)),
    'incoming',
    `said ${n}`,
    new Date(MORNING + DAY_MS + n * MINUTE_MS).toISOString(),
  ]),
]);

describe('what is captured while a file is imported', () => {
  test('is threaded at once, and what the file brings by the import alone', async () => {
    const { capture, clock, db, events, imports, untilBegun, writeTable } = openTables();
    clock.jump(5 * DAY_MS);
    const importing = imports.start(writeTable(table), mapping);
    await untilBegun();
    const captured = await capture([
      someMessage({ personId: '9001', at: clock.now() }),
      someMessage({ personId: '7' }),
    ]);
    expect(captured.opened).toHaveLength(2);
    expect(countUnthreaded(db)).toBeGreaterThan(0);
    expect(await importing).toMatchObject({ ok: true, value: { state: 'done', dms: ROWS } });
    expect(countUnthreaded(db)).toBe(0);
    expect(countViews(db, 'me')).toMatchObject({ queue: 2, open: 2 });
    const opened = events.flatMap(({ name, params }) => (name === 'conversations.opened' ? params.ids : []));
    expect(opened).toEqual([]);
  });

  test('leaves what a stopped import has stored to the one that continues', async () => {
    const { capture, clock, ctx, db, imports, untilBegun, writeTable } = openTables();
    clock.jump(5 * DAY_MS);
    const importing = imports.start(writeTable(table), mapping);
    await untilBegun();
    await imports.stop();
    expect(await importing).toMatchObject({ ok: false, error: { code: 'engineGone' } });
    expect((await capture([someMessage({ personId: '7' })])).opened).toHaveLength(1);
    expect(hasUnthreaded(db)).toBe(false);
    expect(countUnthreaded(db)).toBeGreaterThan(0);
    const next = createArchiveImports(ctx);
    next.continueLast();
    while (next.getStatus()?.state === 'running') await new Promise(setImmediate);
    expect(next.getStatus()).toMatchObject({ state: 'done', dms: ROWS });
    expect(countViews(db, 'me')).toMatchObject({ queue: 1, open: 1 });
    expect(countUnthreaded(db)).toBe(0);
  });

  test('threads what is left of an import that cannot continue', async () => {
    const { clock, ctx, db, imports, untilBegun, writeTable } = openTables();
    clock.jump(5 * DAY_MS);
    const file = writeTable(table);
    void imports.start(file, mapping);
    await untilBegun();
    await imports.stop();
    writeTable('something else');
    const next = createArchiveImports(ctx);
    next.continueLast();
    while (next.getStatus()?.state === 'running') await new Promise(setImmediate);
    expect(next.getStatus()).toMatchObject({ state: 'failed' });
    expect(countUnthreaded(db)).toBe(0);
    expect(countViews(db, 'me')).toMatchObject({ queue: 0, open: 0 });
  });
});

test('an import waits for the disk where it begins and ends, and not for each batch', async () => {
  const { clock, db, imports, writeTable } = openTables();
  clock.jump(5 * DAY_MS);
  db.exec('CREATE TEMP TABLE saved (item INTEGER, state TEXT, synchronous INTEGER)');
  for (const change of ['INSERT', 'UPDATE'])
    db.exec(`CREATE TEMP TRIGGER on_${change} AFTER ${change} ON archive_imports BEGIN
      INSERT INTO saved SELECT NEW.item, NEW.state, synchronous FROM pragma_synchronous; END`);
  await imports.start(writeTable(table), mapping);
  const saved = all<{ item: number; state: string; synchronous: number }>(db, 'SELECT * FROM saved');
  const [full, normal] = [2, 1];
  expect(saved.at(0)).toEqual({ item: 0, state: 'running', synchronous: full });
  expect(saved.at(-1)).toEqual({ item: 0, state: 'done', synchronous: full });
  const ofBatches = saved.filter(({ item }) => item > 0).map(({ synchronous }) => synchronous);
  expect(ofBatches).toEqual([normal, normal, normal]);
});

const countUnthreaded = (db: Parameters<typeof hasUnthreaded>[0]) =>
  get<{ n: number }>(db, 'SELECT count(*) AS n FROM messages WHERE threaded = 0')?.n;
