import { z } from 'zod';
import { ArchiveImport } from '../../domain/archiveImport.ts';
import { TableInspection, TableMapping } from '../../domain/messageTable.ts';
import { AppError } from '../../errors.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** Null if nothing was ever imported. */
const lastImport = z.object({ import: ArchiveImport.nullable() });

const path = z.string().min(1).max(4_096);
const mapping = TableMapping.optional();

/** Importing the archive that X lets its users download, and tables of messages of other tools. */
export const archiveMethods = {
  'archive.inspect': method(
    'query',
    'Reads the beginning of a table of messages (CSV), and returns how it would be imported: with the given mapping, else with that of the last import of a table with this header, else as it seems to be meant. `needs` has to be empty before it can be imported. Stores nothing. Fails with `archiveNotRead`, `fileNotRead` and, before the first login, `notConnected`.',
    { input: z.strictObject({ path, mapping }), output: TableInspection },
  ),
  'archive.import': method(
    'command',
    'Imports the posts and private messages of the account from the zip file of its archive of X, or the messages of a table (.csv, .tsv, .tab, .txt) as `mapping` says, which is remembered for its header and only needed for a new one; see `archive.inspect`. Nothing is stored twice, and what is captured stays as it is; what is skipped is in the result with the reason. Resolves when the import is done, paused or cancelled; `archive.progress` is emitted meanwhile. After a crash the next engine continues it. Fails with `archiveNotRead`, `archiveOfOther`, `tableNotUnderstood`, `fileNotRead`, `archiveImporting` and, before the first login, `notConnected`.',
    { input: z.strictObject({ path, mapping }), output: ArchiveImport },
  ),
  'archive.unknownPeople': method(
    'query',
    'Returns how many people with messages are known by their X id only, as archives leave them, what looking all of them up would cost, and how many of them this month’s cap allows.',
    {
      input: none,
      output: z.object({ people: z.number().int(), usd: z.number(), affordable: z.number().int() }),
    },
  ),
  'archive.lookUp': method(
    'command',
    'Looks up at most so many of these people on X, within this month’s cap, at the price of `archive.unknownPeople`. What was found is stored meanwhile; call it again to go on after an `error`. Those whom X does not know are not asked for again.',
    {
      input: z.strictObject({ most: z.number().int().min(1) }),
      output: z.object({
        asked: z.number().int(),
        found: z.number().int(),
        left: z.number().int(),
        error: AppError.optional(),
      }),
    },
  ),
  'archive.pause': method('command', 'Pauses the import that is running; does nothing otherwise.', {
    input: none,
    output: lastImport,
  }),
  'archive.resume': method(
    'command',
    'Continues the import that is paused, and resolves as `archive.import` does; does nothing otherwise.',
    { input: none, output: lastImport },
  ),
  'archive.cancel': method(
    'command',
    'Ends the import that is running or paused; does nothing otherwise. What it has brought stays.',
    { input: none, output: lastImport },
  ),
  'archive.status': method('query', 'Returns the import that was started last, and how far it is.', {
    input: none,
    output: lastImport,
  }),
} as const;
