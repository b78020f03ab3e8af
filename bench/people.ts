import type { Db } from '#engine/store/open.ts';
import { all, inTransaction, run } from '#engine/store/sql.ts';
import { projectFolder } from '../scripts/projectFolder.ts';
import { seededRandom } from './corpus.ts';
import { toCell } from './measure.ts';
import type { PeopleStep, PeopleTimes } from './peopleSide.ts';
import { engineLimits, startSide } from './sideProcess.ts';
import { type Row, toMb } from './table.ts';
import { fillWithConversations } from './window.ts';
import { randomRank, wordAt } from './wordRanks.ts';
import { openWorkspace } from './workspace.ts';

interface Named {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** Measures the search for people among `total`, each with a conversation, in a process with the limits of the engine's. */
export async function measurePeople(dir: string, total: number): Promise<Row[]> {
  await fillWithConversations(dir, total);
  const db = openWorkspace(dir);
  const names = namePeople(db);
  db.close();
  const side = startSide<PeopleStep, PeopleTimes>(projectFolder, 'bench/peopleSide.ts', engineLimits);
  const { first, handles, typed, nobody, memory } = await side.take({ dir, names });
  side.end();
  return [
    ['people', String(total), ''],
    ['first search, with the index', `${first.ms.toFixed(0)} ms`, ''],
    ['the longest that it blocks, processor time', `${first.longestMs.toFixed(1)} ms`, '<= 10'],
    ['an exact handle', toCell(handles.ms), ''],
    ['the longest that each blocks, processor time', toCell(handles.longestMs), '<= 10'],
    ['a name while it is typed', toCell(typed.ms), ''],
    ['the longest that each blocks, processor time', toCell(typed.longestMs), '<= 10'],
    ['a name that nobody has', toCell(nobody.ms), ''],
    ['the longest that each blocks, processor time', toCell(nobody.longestMs), '<= 10'],
    ['memory of the index: heap', toMb(memory.heap), ''],
    ['memory outside of the heap', toMb(memory.buffers), ''],
  ];
}

/** Gives everybody but `named`, who get theirs, a handle and a name of two words, and returns these. */
export function namePeople(db: Db, named: readonly Named[] = []): readonly string[] {
  const random = seededRandom(3);
  const word = () => wordAt(randomRank(random));
  const people = all<{ id: string }>(db, 'SELECT x_id AS id FROM people ORDER BY x_id');
  const text = 'UPDATE people SET handle = ?, name = ? WHERE x_id = ?';
  return inTransaction(db, () => {
    const names = people.map(({ id }, n) => {
      const [first, last] = [word(), word()];
      run(db, text, `${first.slice(0, 8)}${n}`, `${first} ${last}`, id);
      return `${first.slice(0, 8)}${n} ${last}`;
    });
    for (const { id, handle, name } of named) run(db, text, handle, name, id);
    return names;
  });
}
