import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { all } from '#engine/store/sql.ts';
import { createRandom } from '#simulator/base/random.ts';
import { testAccount } from '../../support/builders.ts';
import { counted, openImports } from '../../support/openImports.ts';
import { newLayout, someDm, someDms, someItems } from '../../support/someArchive.ts';
import { toZip } from '../../support/writeZip.ts';

const runs = Number(process.env.PERCH_ARCHIVE_RUNS ?? 100);
const seed = Number(process.env.PERCH_ARCHIVE_SEED ?? 20_261_128);
const MB = 1024 * 1024;

test('mutated archives are refused or partly read, and nothing is written outside', async () => {
  const { imports, db, ctx } = openImports();
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const items = someItems({ people: 3, messages: 4, posts: 20 });
  const original = toZip([...newLayout(items), { name: '../evil.js', content: 'x' }]);
  const beside = readdirSync(dirname(ctx.dataDir));
  const inside = new Set(readdirSync(ctx.dataDir));
  const memory = process.memoryUsage().rss;
  const outcomes: Record<string, number> = {};
  for (let run = 0; run < runs; run += 1) {
    const bytes = Buffer.from(original);
    for (let flip = below(4); flip >= 0; flip -= 1) bytes[below(bytes.length)] = below(256);
    const file = join(ctx.dataDir, 'mutated.zip');
    writeFileSync(file, run % 3 === 0 ? bytes.subarray(0, below(bytes.length)) : bytes);
    const done = await imports.start(file);
    const outcome = done.ok
      ? done.value.state
      : done.error.code === 'archiveNotRead'
        ? done.error.reason
        : done.error.code;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  const { damaged = 0, done = 0, ...others } = outcomes;
  expect(damaged).toBeGreaterThan(0);
  expect(done).toBeGreaterThan(0);
  const refusals = ['archiveOfOther', 'noArchive', 'notZip', 'tooLarge'];
  expect(Object.keys(others).filter((outcome) => !refusals.includes(outcome))).toEqual([]);
  expect(
    all(
      db,
      'SELECT count(*) AS n FROM messages WHERE text NOT LIKE ? AND text NOT LIKE ?',
      '%post word%',
      'dm word%',
    ),
  ).toEqual([{ n: 0 }]);
  expect(
    readdirSync(dirname(ctx.dataDir)).filter((name) => !beside.includes(name) && name.includes('evil')),
  ).toEqual([]);
  expect(readdirSync(ctx.dataDir).filter((name) => !inside.has(name))).toEqual(['mutated.zip']);
  expect(existsSync(join(dirname(ctx.dataDir), 'evil.js'))).toBe(false);
  expect(process.memoryUsage().rss - memory).toBeLessThan(250 * MB);
});

test('of a file with a wrong checksum nothing is imported, and the rest is', async () => {
  const { run, db } = openImports();
  const files = newLayout(someItems()).map((file) =>
    file.name.endsWith('tweets.js') ? { ...file, crc: 1 } : file,
  );
  const done = await run(files);
  expect(done).toMatchObject({ state: 'done', posts: 0, dms: 120 });
  expect(done.skipped).toEqual([{ reason: 'damaged', count: 1, example: 'data/tweets.js' }]);
  expect(all(db, `SELECT DISTINCT kind FROM messages`)).toEqual([{ kind: 'dm' }]);
});

test('what a file has before it ends early is imported', async () => {
  const { run } = openImports();
  const files = newLayout(someItems()).map(({ name, content }) =>
    name.endsWith('tweets.js') ? { name, content: content.slice(0, content.length / 2) } : { name, content },
  );
  const done = await run(files);
  expect(counted(done.skipped)).toEqual({ damaged: 1 });
  expect(done.posts).toBeGreaterThan(50);
  expect(done.posts).toBeLessThan(100);
});

test('a file that is listed but missing is reported', async () => {
  const { run } = openImports();
  const done = await run(newLayout(someItems()).filter(({ name }) => !name.endsWith('tweets.js')));
  expect(done.skipped).toEqual([{ reason: 'missing', count: 1, example: 'data/tweets.js' }]);
});

test('names of JavaScript are only names', async () => {
  const { run, db } = openImports();
  const hostile = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}';
  const message = someDm(1_700_000_000_000, { from: '77', to: testAccount.id, text: hostile });
  const files = newLayout({ tweets: [], conversations: [someDms('77', [message, JSON.parse(hostile)])] });
  const done = await run(files);
  expect(done).toMatchObject({ dms: 1, skipped: [{ reason: 'unreadable', count: 1 }] });
  expect(all(db, 'SELECT text FROM messages')).toEqual([{ text: hostile }]);
  expect('polluted' in {}).toBe(false);
});
