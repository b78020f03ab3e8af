import { z } from 'zod';
import { BackupName } from '../domain/backup.ts';
import { AgentName } from '../domain/workspaceSettings.ts';
import { AppError } from '../errors.ts';

/** The tokens of one login. Secret: never written to a log or the store. */
export const Tokens = z.object({
  accessToken: z.string().min(1),
  /** Absent for a pasted access token, which cannot be renewed. */
  refreshToken: z.string().min(1).optional(),
  /** When the access token expires, in epoch milliseconds; absent if unknown. */
  expiresAt: z.number().optional(),
});
export type Tokens = z.infer<typeof Tokens>;

/**
 * What to do with a store that is damaged or missing, before it is opened: restore the newest good copy, save the readable rows
 * into a new file, or start anew. The old file is kept under another name.
 */
export const Recovery = z.enum(['copy', 'salvage', 'new']);
export type Recovery = z.infer<typeof Recovery>;

/** The options with which the shell starts the engine. */
export const EngineStartOptions = z.object({
  /** The folder of the workspace; created if it does not exist. */
  dataDir: z.string().min(1),
  /** The address of X; by default X itself. Plain http is allowed for this machine only. */
  xUrl: z.url().optional(),
  /** The agent's name until they set another. */
  agentName: AgentName,
  /** The tokens that were last saved; null before the first login. */
  tokens: Tokens.nullable(),
  /** The OAuth client that the tokens were issued to; needed to renew them. */
  clientId: z.string().min(1).optional(),
  /** A fixed poll interval in seconds; 0 for no automatic poll cycles, absent for the adaptive polling policy. */
  pollSeconds: z.number().min(0).optional(),
  /** Only after an agent has chosen it. */
  recover: Recovery.optional(),
  /** The backup that replaces the store before it is opened, also a sound one; only after an agent has chosen it. */
  restore: BackupName.optional(),
  /** The path of the file in `dataDir` that is only read, whatever else is given. */
  readOnly: z.string().min(1).optional(),
});
export type EngineStartOptions = z.infer<typeof EngineStartOptions>;

/**
 * The messages from the shell to the engine's process. `start` comes first and once. `port` transfers a client's
 * MessagePort in `event.ports[0]`, over which JSON-RPC envelopes travel as objects. `tokensSaved` and `tokensLoaded`
 * respond to `saveTokens` and `loadTokens` with the same id. After `stop` the engine sends `stopped` and exits.
 */
export const ToEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), options: EngineStartOptions }),
  z.object({ type: z.literal('port') }),
  z.object({ type: z.literal('tokensSaved'), id: z.string(), error: AppError.optional() }),
  z.object({
    type: z.literal('tokensLoaded'),
    id: z.string(),
    tokens: Tokens.nullable(),
    clientId: z.string().optional(),
  }),
  z.object({ type: z.literal('stop') }),
]);
export type ToEngine = z.infer<typeof ToEngine>;

/**
 * The messages from the engine's process to the shell. `replaced` means that the store was replaced as `recover` or `restore` said: the next
 * engine must not do so again. `ready` means that it accepts ports. After `failed`, which says
 * why it cannot start, it exits. It uses new tokens only after `tokensSaved` with the id of its `saveTokens`. Before it
 * renews tokens, it fetches the saved ones with `loadTokens`, since another process may have renewed them.
 */
export const FromEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('replaced') }),
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('failed'), error: AppError }),
  z.object({
    type: z.literal('saveTokens'),
    id: z.string(),
    tokens: Tokens,
    /** The OAuth client that the tokens were issued to; absent for a pasted token. */
    clientId: z.string().optional(),
  }),
  z.object({ type: z.literal('loadTokens'), id: z.string() }),
  z.object({ type: z.literal('stopped') }),
]);
export type FromEngine = z.infer<typeof FromEngine>;
