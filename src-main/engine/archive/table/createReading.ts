import type { Account } from '#shared/domain/account.ts';
import { createLocalTime } from '#shared/domain/localTime.ts';
import type { TableMapping } from '#shared/domain/messageTable.ts';
import type { Person } from '#shared/domain/person.ts';
import { getHolderOf } from '../../store/namedPeople.ts';
import type { Db } from '../../store/open.ts';
import { getPerson } from '../../store/people.ts';
import { readDirection } from './cellWords.ts';
import type { Table } from './openTable.ts';
import { readRows } from './readRows.ts';
import { isAccount, type Party, type RowReading, readAuthor } from './toTableMessage.ts';

/** The customers of so many conversations are in memory; of others own messages are not matched with their customer. */
const MOST_CONVERSATIONS = 300_000;

const handleColumn = /handle|screen|user_?name|twitter|account|profile/i;

interface ReadingContext {
  readonly db: Db;
  readonly account: Account;
  readonly now: number;
}

/** What is needed to understand the rows of a table. `customers` are those of its conversations. */
export function createReading(
  { db, account, now }: ReadingContext,
  { names }: Pick<Table, 'names'>,
  mapping: TableMapping,
  customers: ReadonlyMap<string, Party> = new Map(),
): RowReading {
  const { columns, kind, timeZone, dayOrder } = mapping;
  return {
    account,
    kind,
    now,
    times: { localTime: timeZone === null ? null : createLocalTime(timeZone), dayOrder },
    cell: (cells, field) => cells[columns[field] ?? -1] ?? '',
    isBare: (field) => handleColumn.test(names[columns[field] ?? -1] ?? ''),
    findId: (handle) => getHolderOf(db, handle),
    nameOf: (id) => toName(getPerson(db, id)),
    customerOf: (conversation) => customers.get(conversation) ?? null,
  };
}

const toName = (person: Pick<Person, 'id' | 'handle' | 'name'> | null): string | null =>
  person && (person.handle === '' ? (person.name === person.id ? null : person.name) : `@${person.handle}`);

/** Finds the customers of the conversations of a table, since a reply may stand above what it replies to. Ends early with the signal. */
export async function findCustomers(
  table: Table,
  reading: RowReading,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Party>> {
  const customers = new Map<string, Party>();
  for await (const row of readRows(table.file, table.format)) {
    if (signal.aborted || customers.size >= MOST_CONVERSATIONS) break;
    if ('cells' in row) addCustomer(customers, row.cells, reading);
  }
  return customers;
}

/** Notes the customer of the conversation of a row, if it came in. */
export function addCustomer(
  customers: Map<string, Party>,
  cells: readonly string[],
  reading: RowReading,
): void {
  const conversation = reading.cell(cells, 'conversation').trim();
  if (conversation === '' || customers.has(conversation)) return;
  const direction = readDirection(reading.cell(cells, 'direction'));
  const author = readAuthor(cells, reading);
  const isIn = direction === null ? !isAccount(author, reading.account) : direction === 'in';
  if (isIn && (author.id !== null || author.handle !== null)) customers.set(conversation, author);
}
