import { z } from 'zod';
import { Account } from '../../domain/account.ts';
import { Salvaged } from '../../domain/salvaged.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

export const systemMethods = {
  'system.info': method('query', 'Returns the version of the engine and the account of its workspace.', {
    input: none,
    output: z.object({
      version: z.string(),
      account: Account.nullable(),
      schemaVersion: z.number().int(),
      salvaged: Salvaged.optional().describe('until `system.dismissSalvaged`'),
    }),
  }),
  'system.dismissSalvaged': method(
    'command',
    'Notes that somebody has read what was saved of a damaged store: `system.info` tells it no more.',
    { input: none, output: none },
  ),
} as const;
