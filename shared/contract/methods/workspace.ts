import { z } from 'zod';
import { Account } from '../../domain/account.ts';
import { WorkspaceSettings } from '../../domain/workspaceSettings.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** Who works here, for which account, and how. */
export const workspaceMethods = {
  'system.info': method('query', 'Says which engine this is and whose account it serves.', {
    input: none,
    output: z.object({ version: z.string(), account: Account.nullable(), schemaVersion: z.number().int() }),
  }),
  'account.beginLogin': method('command', 'Starts a login with OAuth 2 and PKCE; open `url` in a browser.', {
    input: z.strictObject({ clientId: z.string().min(1), redirectUri: z.url() }),
    output: z.object({ url: z.string() }),
  }),
  'account.finishLogin': method('command', 'Ends a login with the address to which X sent the browser.', {
    input: z.strictObject({ callbackUrl: z.url() }),
    output: z.object({ account: Account }),
  }),
  'account.useToken': method('command', 'Connects with an access token that somebody pasted.', {
    input: z.strictObject({ token: z.string().trim().min(1).max(4_096) }),
    output: z.object({ account: Account }),
  }),
  'settings.get': method('query', "Reads the workspace's settings.", {
    input: none,
    output: WorkspaceSettings,
  }),
  'settings.set': method('command', "Changes some of the workspace's settings.", {
    input: WorkspaceSettings.partial().strict(),
    output: WorkspaceSettings,
  }),
  'agents.list': method('query', 'Lists the agents that have worked in this workspace, the own name first.', {
    input: none,
    output: z.object({ me: z.string(), all: z.array(z.string()) }),
  }),
} as const;
