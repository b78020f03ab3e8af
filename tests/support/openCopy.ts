import { openDatabase } from '#engine/store/nativeBinding.ts';
import type { Db } from '#engine/store/open.ts';
import { defineFunctions } from '#engine/store/sqlFunctions.ts';

/** A copy of a store in memory, of which nothing has been read yet. */
export function openCopy(db: Db): Db {
  const content = db.serialize();
  // The read and write versions in the header: 2 means WAL mode. https://www.sqlite.org/fileformat.html#the_database_header
  content.fill(1, 18, 20);
  const copy = openDatabase(content);
  defineFunctions(copy);
  return copy as Db;
}
