import { z } from 'zod';
import { Account } from '../../domain/account.ts';
import { RestoreOutcome } from '../../domain/restoreOutcome.ts';
import { Salvaged } from '../../domain/salvaged.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** The name of the file that is read, and when the newest of what it has happened, in epoch milliseconds; null if it has nothing. */
const ReadOnlyFile = z.object({ name: z.string(), newestAt: z.number().nullable() });

export const systemMethods = {
  'system.info': method('query', 'Returns the version of the engine and the account of its workspace.', {
    input: none,
    output: z.object({
      version: z.string(),
      account: Account.nullable(),
      schemaVersion: z.number().int(),
      readOnly: ReadOnlyFile.optional().describe('if the workspace is a file that is only read'),
      isLedgerDamaged: z
        .literal(true)
        .optional()
        .describe('while the damaged record of who was erased, `erasures.json.damaged`, is in the folder'),
      restored: RestoreOutcome.optional().describe('until `system.dismissRestored`'),
      salvaged: Salvaged.optional().describe('until `system.dismissSalvaged`'),
    }),
  }),
  'system.dismissSalvaged': method(
    'command',
    'Notes that somebody has read what was saved of a damaged store: `system.info` tells it no more.',
    { input: none, output: none },
  ),
  'system.dismissRestored': method(
    'command',
    'Notes that somebody has read what became of the last restore: `system.info` tells it no more.',
    { input: none, output: none },
  ),
} as const;
