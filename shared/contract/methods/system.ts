import { z } from 'zod';
import { Account } from '../../domain/account.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

export const systemMethods = {
  'system.info': method('query', 'Returns the version of the engine and the account of its workspace.', {
    input: none,
    output: z.object({ version: z.string(), account: Account.nullable(), schemaVersion: z.number().int() }),
  }),
} as const;
