import { eraseMessage } from '#engine/store/deletions.ts';
import { storeMessages } from '#engine/store/messages.ts';
import { type Db, openStore } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { beginIndexBuild, indexNextMessages, indexWaiting, mergeIndex } from '#engine/store/searchIndex.ts';
import { inTransaction } from '#engine/store/sql.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { listIds } from '../../support/indexMatches.ts';
import { onStatement } from '../../support/onStatement.ts';
import { snowflake } from '../../support/snowflake.ts';

/*
 * A process that stores, edits, erases and indexes messages, and kills itself right after it has executed a statement with a text that it is
 * given, before anything else.
 */

const [dir = '', fatal = ''] = process.argv.slice(2);

function work(raw: Db): void {
  let isLast = false;
  let isArmed = false;
  const db = onStatement(raw, (sql) => {
    if (isLast) process.kill(process.pid, 'SIGKILL');
    isLast = isArmed && sql.includes(fatal);
  });
  const page = (n: number) =>
    ['one', 'two', 'three', 'four'].map((word, m) =>
      someMessage({ text: `all ${word}${n}`, at: MORNING + (10 * n + m) * 1_000 }),
    );
  const store = (facts: ReturnType<typeof page>) =>
    inTransaction(db, () => storeMessages(db, facts, MORNING).map(({ id }) => id));
  // Every round begins a part.
  raw.exec('UPDATE search_index SET part_size = 4');
  ensurePeople(db, ['1'], MORNING);
  const first = page(0);
  const ids = store(first);
  indexWaiting(db);
  isArmed = true;
  const second = page(1);
  store(second);
  indexWaiting(db);
  const versionXId = snowflake(MORNING + 90_000);
  store(
    [...first.slice(0, 2), ...second.slice(0, 2)].map((facts) => ({ ...facts, versionXId, text: 'all new' })),
  );
  inTransaction(db, () => eraseMessage(db, ids[3] ?? 0, MORNING));
  listIds(db, '"all"', 10);
  store(page(2));
  mergeIndex(db, 16);
  beginIndexBuild(db);
  indexNextMessages(db, 5);
  store(page(3));
  indexNextMessages(db, 500);
  indexWaiting(db);
}

const opened = openStore(dir);
if (opened.ok) work(opened.value);
