import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { peopleHandlers } from '#engine/handlers/people.ts';
import { getPeopleIndex } from '#engine/search/peopleIndex.ts';
import { LEDGER_FILE } from '#engine/store/erasureLedger.ts';
import type { Db } from '#engine/store/open.ts';
import { personalTables } from '#engine/store/personalTables.ts';
import { readPersonData } from '#engine/store/personData.ts';
import { checkIndex } from '#engine/store/searchIndex.ts';
import { all, get, run } from '#engine/store/sql.ts';
import { MORNING, someMessage, someUser } from '../../support/builders.ts';
import { findAnywhere } from '../../support/findAnywhere.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';
import { letReplyWait, storeEverythingAbout } from './everythingAbout.ts';

const ANNA = { id: '7101234567', mark: 'zebra', n: 1 };
const BO = { id: '7207654321', mark: 'yak', n: 2 };

function begin(): TestEngine {
  const engine = testEngine();
  for (const one of [ANNA, BO]) storeEverythingAbout(engine.ctx.db, one);
  for (const one of [ANNA, BO]) letReplyWait(engine.ctx.db, one);
  return engine;
}

const erase = async ({ ctx }: TestEngine, { id, mark } = ANNA) =>
  await peopleHandlers['people.erase'](ctx, { id, handle: `h_${mark}`, deletesBackups: false });

const listVocabulary = (db: Db, index: string): string[] => {
  run(db, `CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_${index} USING fts5vocab (main, ${index}, row)`);
  return all<{ term: string }>(db, `SELECT term FROM temp.words_of_${index}`).map(({ term }) => term);
};

test('the test has a row about each of them in every table that says something about people', () => {
  const { ctx } = begin();
  for (const { id } of [ANNA, BO]) {
    const tables = Object.keys(readPersonData(ctx.db, id));
    expect(Object.keys(personalTables).filter((table) => !tables.includes(table))).toEqual([]);
  }
});

test('nothing of somebody who was erased is left in any column of any table, and of others nothing has changed', async () => {
  const engine = begin();
  const { db } = engine.ctx;
  const before = JSON.stringify(readPersonData(db, BO.id));
  expect(findAnywhere(db, [ANNA.mark, ANNA.id]).length).toBeGreaterThan(25);
  const erased = await erase(engine);
  expect(erased).toMatchObject({
    ok: true,
    value: {
      counts: { conversations: 1, messages: 2, notes: 1, drafts: 2, replies: 1, surveys: 1, files: 1 },
      proof: { found: 0 },
      isCompacted: true,
    },
  });
  expect(findAnywhere(db, [ANNA.mark, ANNA.id])).toEqual([]);
  for (const index of ['messages_fts', 'notes_fts', 'exchanges_fts']) {
    const words = listVocabulary(db, index);
    expect(words.filter((word) => word.includes(ANNA.mark))).toEqual([]);
    expect(words.some((word) => word.includes(BO.mark))).toBe(true);
  }
  expect(JSON.stringify(readPersonData(db, BO.id))).toBe(before);
  expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('what calls have cost is still known', async () => {
  const engine = begin();
  await erase(engine);
  expect(get(engine.ctx.db, 'SELECT sum(micro_usd) AS sum, count(conversation_id) AS n FROM calls')).toEqual({
    sum: 14,
    n: 1,
  });
});

test('the names of people in memory have them no longer', async () => {
  const engine = begin();
  const { db, clock } = engine.ctx;
  const names = async () => (await getPeopleIndex(db, clock)).similar.search('zebra').length;
  expect(await names()).toBe(1);
  await erase(engine);
  expect(await names()).toBe(0);
});

test('a reply that is on its way holds the erasure up, and nothing is half erased', async () => {
  const engine = begin();
  const { db } = engine.ctx;
  run(db, `UPDATE outbox SET state = 'sending' WHERE person_id = ?`, ANNA.id);
  const before = JSON.stringify(readPersonData(db, ANNA.id));
  expect(await peopleHandlers['people.eraseCheck'](engine.ctx, { id: ANNA.id })).toMatchObject({
    ok: true,
    value: { isReplyOnItsWay: true },
  });
  expect(await erase(engine)).toEqual({
    ok: false,
    error: { code: 'wrongState', id: 'o-zebra', state: 'sending' },
  });
  expect(JSON.stringify(readPersonData(db, ANNA.id))).toBe(before);
  expect(existsSync(join(engine.ctx.dataDir, LEDGER_FILE))).toBe(false);
});

test('a wrong handle erases nobody', async () => {
  const engine = begin();
  const erased = await peopleHandlers['people.erase'](engine.ctx, {
    id: ANNA.id,
    handle: '@h_yak',
    deletesBackups: false,
  });
  expect(erased).toMatchObject({ ok: false, error: { code: 'invalid', path: 'handle' } });
  expect(get(engine.ctx.db, 'SELECT count(*) AS n FROM people WHERE x_id = ?', ANNA.id)).toEqual({ n: 1 });
});

test('the files of their private messages go, those of others stay', async () => {
  const engine = testEngine();
  await engine.capture([
    someMessage({ kind: 'dm', reason: 'dm', xId: '501', versionXId: '501', personId: '1' }),
    someMessage({ kind: 'dm', reason: 'dm', xId: '502', versionXId: '502', personId: '2' }),
  ]);
  const folder = (xId: string) => join(engine.ctx.dataDir, 'media', `dm-${xId}`);
  for (const xId of ['501', '502']) {
    mkdirSync(folder(xId), { recursive: true });
    writeFileSync(join(folder(xId), '3_1-picture.png'), 'x');
  }
  await peopleHandlers['people.erase'](engine.ctx, { id: '1', handle: 'person1', deletesBackups: false });
  expect([existsSync(folder('501')), existsSync(folder('502'))]).toEqual([false, true]);
});

test('the ledger says neither who nor what', async () => {
  const engine = begin();
  await erase(engine);
  const ledger = readFileSync(join(engine.ctx.dataDir, LEDGER_FILE), 'utf8');
  expect(ledger).not.toMatch(/zebra|7101234567/);
  expect(Object.keys(JSON.parse(ledger).erasures[0])).toEqual(['id', 'at', 'hasOptedOut', 'person']);
});

test('older messages of theirs are not captured again, newer ones are, without a survey that they did not want', async () => {
  const engine = testEngine();
  const old = someMessage({ personId: '1', text: 'old words' });
  await engine.capture([old]);
  run(engine.ctx.db, 'INSERT INTO survey_opt_outs VALUES (?, ?, NULL)', '1', MORNING);
  await peopleHandlers['people.erase'](engine.ctx, { id: '1', handle: 'person1', deletesBackups: false });
  await engine.capture([old], [someUser('1')]);
  expect(get(engine.ctx.db, 'SELECT count(*) AS n FROM people WHERE x_id = ?', '1')).toEqual({ n: 0 });
  await engine.capture([old, someMessage({ personId: '1', text: 'new words', at: engine.clock.now() })]);
  expect(all(engine.ctx.db, 'SELECT text FROM messages')).toEqual([{ text: 'new words' }]);
  expect(all(engine.ctx.db, 'SELECT person_id AS id FROM survey_opt_outs')).toEqual([{ id: '1' }]);
});

test('what others wrote stays, also where it names them', async () => {
  const engine = testEngine();
  await engine.capture([
    someMessage({ personId: '1' }),
    someMessage({ personId: '2', text: 'as @person1 said' }),
  ]);
  await peopleHandlers['people.erase'](engine.ctx, { id: '1', handle: '@person1', deletesBackups: false });
  expect(all(engine.ctx.db, 'SELECT text FROM messages')).toEqual([{ text: 'as @person1 said' }]);
});

test('many messages are erased at once, with an index written anew', async () => {
  const engine = testEngine();
  const { db } = engine.ctx;
  const of = (personId: string, word: string) =>
    Array.from({ length: 2_100 }, (_, n) =>
      someMessage({ personId, text: `${word}${n} parcel`, at: MORNING + n }),
    );
  await engine.capture(of('1', 'zebra'));
  await engine.capture(of('2', 'yak').slice(0, 50));
  const erased = await peopleHandlers['people.erase'](engine.ctx, {
    id: '1',
    handle: 'person1',
    deletesBackups: false,
  });
  expect(erased).toMatchObject({ ok: true, value: { counts: { messages: 2_100 }, proof: { found: 0 } } });
  expect(findAnywhere(db, ['zebra'])).toEqual([]);
  expect(listVocabulary(db, 'messages_fts').some((word) => word.includes('zebra'))).toBe(false);
  expect(get(db, `SELECT v FROM messages_fts_config WHERE k = 'secure-delete'`)).toEqual({ v: 1 });
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});
