import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCopies } from '#engine/dailyCopies.ts';
import { applyLedger, finishErasures } from '#engine/erasure/finishErasures.ts';
import { LEDGER_FILE, ledgerOf } from '#engine/store/erasureLedger.ts';
import { listUnfinishedErasures } from '#engine/store/erasures.ts';
import { storeMessages } from '#engine/store/messages.ts';
import { readPersonData } from '#engine/store/personData.ts';
import { checkIndex, indexWaiting } from '#engine/store/searchIndex.ts';
import { run } from '#engine/store/sql.ts';
import { createRandom } from '#simulator/base/random.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { findAnywhere } from '../../support/findAnywhere.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';
import { letReplyWait, storeEverythingAbout } from './everythingAbout.ts';

const ANNA = { id: '7101234567', mark: 'zebra', n: 1 };
const BO = { id: '7207654321', mark: 'yak', n: 2 };

/** So many that the search index is written anew, in several slices. */
const MANY = 700;

/** A closed store with everything about both, a file of a message of Anna, and so many more messages of hers. */
function storeBoth(more: number): { readonly dir: string; readonly ofBo: string } {
  const dir = testFolder();
  const db = openTestDb(dir);
  for (const one of [ANNA, BO]) storeEverythingAbout(db, one);
  for (const one of [ANNA, BO]) letReplyWait(db, one);
  run(db, `UPDATE messages SET kind = 'dm', x_id = '501' WHERE x_id = 'zebra2'`);
  mkdirSync(join(dir, 'media', 'dm-501'), { recursive: true });
  const random = createRandom(9);
  const word = () => `zebra${random().toString(36).slice(2, 10)}`;
  const text = () => Array.from({ length: 20 }, word).join(' ');
  const messages = Array.from({ length: more }, () => someMessage({ personId: ANNA.id, text: text() }));
  storeMessages(db, messages, MORNING);
  indexWaiting(db);
  const ofBo = JSON.stringify(readPersonData(db, BO.id));
  db.close();
  return { dir, ofBo };
}

async function eraseUntilKilled(
  dir: string,
  fatal: string,
  {
    nth = 1,
    backups = 'keep',
  }: { readonly nth?: number | undefined; readonly backups?: 'keep' | 'delete' } = {},
): Promise<void> {
  const program = join(import.meta.dirname, 'dyingEraser.ts');
  const child = spawn(process.execPath, [program, dir, ANNA.id, 'h_zebra', fatal, String(nth), backups], {
    stdio: 'inherit',
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

/** Where a process is killed, and whether the store has the person until the next start. */
interface Moment {
  readonly fatal: string;
  readonly nth?: number;
  readonly had: boolean;
  readonly more?: number;
}
const moments: readonly Moment[] = [
  { fatal: 'DELETE FROM quarantine', had: true },
  { fatal: 'DELETE FROM messages', had: true },
  { fatal: 'INSERT INTO erasures', had: true },
  { fatal: 'finished_at IS NULL', had: false },
  { fatal: `kind = 'dm' AND x_id`, had: false },
  { fatal: 'SET finished_at', had: false },
  { fatal: `'merge'`, had: false, more: MANY },
  { fatal: `'merge'`, nth: 2, had: false, more: MANY },
  { fatal: 'SET erased_words = ?', had: true, more: MANY },
  { fatal: 'SET erased_words = ?', nth: 2, had: false, more: MANY },
  { fatal: 'SET erased_words = ?', nth: 3, had: false, more: MANY },
];

test.each(moments)(
  'an erasure that is killed before "$fatal" (number $nth, $more more messages) is carried out at the next start',
  async ({ fatal, nth, had, more = 0 }) => {
    const { dir, ofBo } = storeBoth(more);
    await eraseUntilKilled(dir, fatal, { nth });
    const db = openTestDb(dir);
    expect(Object.keys(readPersonData(db, ANNA.id)).length).toEqual(had ? expect.any(Number) : 0);
    expect(Object.hasOwn(readPersonData(db, ANNA.id), 'people')).toBe(had);
    applyLedger(db, MORNING);
    await finishErasures(testEngine(db).ctx);
    expect(readPersonData(db, ANNA.id)).toEqual({});
    expect(findAnywhere(db, [ANNA.mark])).toEqual([]);
    expect(readdirSync(join(dir, 'media'))).toEqual([]);
    expect(listUnfinishedErasures(db)).toEqual([]);
    expect(JSON.stringify(readPersonData(db, BO.id))).toBe(ofBo);
    expect(checkIndex(db, MORNING, '16')).toBe(true);
    expect(ledgerOf(db).list()).toHaveLength(1);
  },
);

test.each(['DELETE FROM quarantine', 'INSERT INTO erasures', 'finished_at IS NULL'])(
  'the backups that an erasure takes along go at the next start if it is killed before "%s"',
  async (fatal) => {
    const { dir } = storeBoth(0);
    mkdirSync(join(dir, 'copies'));
    const old = join(dir, 'copies', 'perch-20260101T090000Z.sqlite');
    copyFileSync(join(dir, 'perch.sqlite'), old);
    await eraseUntilKilled(dir, fatal, { backups: 'delete' });
    expect(existsSync(old)).toBe(true);

    const db = openTestDb(dir);
    applyLedger(db, MORNING);
    const { ctx } = testEngine(db);
    const services = { ...ctx.services, copies: createCopies(ctx) };
    await finishErasures({ ...ctx, services });
    expect(existsSync(old)).toBe(false);
    expect(readdirSync(join(dir, 'copies'))).toHaveLength(1);
    expect(listUnfinishedErasures(db)).toEqual([]);
    // What is restored later does not have backups deleted again.
    expect(ledgerOf(db).list()).toEqual([expect.not.objectContaining({ deletesBackups: true })]);
    expect(JSON.parse(readFileSync(join(dir, LEDGER_FILE), 'utf8')).erasures).toEqual(ledgerOf(db).list());
  },
);
