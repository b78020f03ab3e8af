import type { Account } from '#shared/domain/account.ts';
import type { RowPreview, TableInspection, TableMapping, TableNeed } from '#shared/domain/messageTable.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../../context/context.ts';
import type { Db } from '../../store/open.ts';
import { getTableMapping } from '../../store/tableMappings.ts';
import { addCustomer, createReading } from './createReading.ts';
import { findTool, guessMapping } from './guessMapping.ts';
import { openTable, type Table, toHeaderKey } from './openTable.ts';
import { parseTime } from './parseTime.ts';
import type { TableRow } from './readRows.ts';
import { type Party, type RowReading, toTableMessage } from './toTableMessage.ts';

const PREVIEW_ROWS = 20;
const SHOWN_CHARACTERS = 300;

type Context = Pick<EngineContext, 'db' | 'clock' | 'account'>;

interface Asked {
  readonly path: string;
  readonly mapping?: TableMapping | undefined;
}

/** What a table would bring, read with a mapping: the given one, else the remembered one, else what it seems to mean. Stores nothing. */
export async function inspectTable(
  ctx: Context,
  { path, mapping: given }: Asked,
): Promise<Result<TableInspection, AppError>> {
  const account = ctx.account();
  if (!account) return err({ code: 'notConnected' });
  const opened = await openTable(path);
  if (!opened.ok) return opened;
  const table = opened.value;
  const remembered = getTableMapping(ctx.db, toHeaderKey(table));
  const mapping = given ?? remembered ?? guessMapping(table);
  return ok({
    file: path,
    encoding: table.format.encoding,
    delimiter: table.format.delimiter,
    tool: findTool(table.names),
    isRemembered: !given && remembered !== null,
    columns: table.names.map((name, at) => ({ name: name.slice(0, 100), example: findExample(table, at) })),
    mapping,
    needs: findNeeds(table, mapping),
    preview: toPreview(table, mapping, { db: ctx.db, account, now: ctx.clock.now() }),
  });
}

const findExample = ({ rows }: Table, at: number): string =>
  (rows.find((cells) => cells[at]?.trim())?.[at] ?? '').trim().slice(0, 100);

const ofPeople = ['author', 'authorId', 'person', 'recipient'] as const;

/** What has to be said before a table can be imported with a mapping. */
export function findNeeds(
  { rows }: Pick<Table, 'rows'>,
  { columns, timeZone, dayOrder }: TableMapping,
): TableNeed[] {
  const needs: TableNeed[] = [];
  if (columns.text === undefined) needs.push('text');
  if (columns.at === undefined) needs.push('at');
  if (ofPeople.every((field) => columns[field] === undefined)) needs.push('person');
  const times = columns.at === undefined ? [] : rows.map((cells) => cells[columns.at ?? -1] ?? '');
  const read = times.map((time) => parseTime(time, { localTime: null, dayOrder: dayOrder ?? 'dayFirst' }));
  if (timeZone === null && read.includes('timeZone')) needs.push('timeZone');
  const orders = times.map((time) => parseTime(time, { localTime: null, dayOrder }));
  if (orders.includes('dayOrder')) needs.push('dayOrder');
  return needs;
}

function toPreview(
  table: Table,
  mapping: TableMapping,
  ctx: { readonly db: Db; readonly account: Account; readonly now: number },
): RowPreview[] {
  const customers = new Map<string, Party>();
  const reading = createReading(ctx, table, mapping, customers);
  for (const cells of table.rows) addCustomer(customers, cells, reading);
  return table.first.slice(0, PREVIEW_ROWS).map((row) => toRowPreview(row, reading));
}

function toRowPreview(read: TableRow, reading: RowReading): RowPreview {
  const { row } = read;
  if ('skipped' in read) return { row, skipped: read.skipped };
  const outcome = toTableMessage(read.cells, reading);
  if ('skipped' in outcome) return { row, skipped: outcome.skipped };
  const { facts, names, table } = outcome.message;
  const isOwn = facts.role === 'own';
  const [author] = names;
  const isNobodys = facts.personId === reading.account.id;
  const person = reading.nameOf(facts.personId) ?? (author ? `@${author.handle}` : facts.personId);
  return {
    row,
    message: {
      kind: facts.kind,
      direction: isOwn ? 'out' : 'in',
      person: isNobodys ? '' : person,
      agent: table?.agent ?? null,
      at: facts.at,
      text: facts.text.slice(0, SHOWN_CHARACTERS),
    },
  };
}
