import { z } from 'zod';
import { Account } from '../../domain/account.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** Connecting the workspace to its account. */
export const accountMethods = {
  'account.beginLogin': method('command', 'Begins a login with OAuth 2 and PKCE; open `url` in a browser.', {
    input: z.strictObject({ clientId: z.string().min(1), redirectUri: z.url() }),
    output: z.object({ url: z.string() }),
  }),
  'account.finishLogin': method(
    'command',
    'Finishes a login with the address to which X redirected the browser.',
    {
      input: z.strictObject({ callbackUrl: z.url() }),
      output: z.object({ account: Account }),
    },
  ),
  'account.cancelLogin': method(
    'command',
    'Cancels the login that is under way: it fails with `loginFailed`, and what X still responds is dropped.',
    { input: none, output: none },
  ),
  'account.useToken': method('command', 'Connects the account of a pasted access token.', {
    input: z.strictObject({ token: z.string().trim().min(1).max(4_096) }),
    output: z.object({ account: Account }),
  }),
} as const;
