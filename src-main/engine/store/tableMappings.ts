import { z } from 'zod';
import { TableMapping } from '#shared/domain/messageTable.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';

const NAME = 'tableMappings';
/** The mappings of so many headers are remembered, the latest ones. */
const MOST_HEADERS = 20;

const Remembered = z.array(z.object({ header: z.string(), mapping: TableMapping }));

const listRemembered = (db: Db): z.output<typeof Remembered> =>
  Remembered.safeParse(getSetting(db, NAME)).data ?? [];

/** How a table with this header was read last; null if none was imported. */
export function getTableMapping(db: Db, header: string): TableMapping | null {
  return listRemembered(db).find((one) => one.header === header)?.mapping ?? null;
}

/** Remembers how tables with this header are read. Call it within a transaction. */
export function putTableMapping(db: Db, header: string, mapping: TableMapping): void {
  const others = listRemembered(db).filter((one) => one.header !== header);
  putSetting(db, NAME, [{ header, mapping }, ...others].slice(0, MOST_HEADERS));
}
