import { z } from 'zod';
import { AppError } from '../errors.ts';

/** The tokens of one login. Secrets: in memory and in the system's keyring only, never in a log or the store. */
export const Tokens = z.object({
  accessToken: z.string().min(1),
  /** Absent for a pasted token, which cannot be renewed. */
  refreshToken: z.string().min(1).optional(),
  /** When the access token ends; absent where nobody knows. */
  expiresAt: z.number().optional(),
});
export type Tokens = z.infer<typeof Tokens>;

/** What an engine inside the desktop application is started with. */
export const EngineStartOptions = z.object({
  /** The folder of the workspace; made where it does not exist. */
  dataDir: z.string().min(1),
  /** Where X is; api.x.com when absent. Plain http only for this machine. */
  xUrl: z.url().optional(),
  /** Who works here, until an agent sets another name. */
  agentName: z.string().trim().min(1).max(80),
  /** The tokens as they were last saved; null before the first login. */
  tokens: Tokens.nullable(),
  /** The OAuth client that the tokens came from; needed to renew them. */
  clientId: z.string().min(1).optional(),
  /** Seconds between rounds of capture; 0 for none by itself, absent for a rhythm that adapts. */
  pollSeconds: z.number().min(0).optional(),
});
export type EngineStartOptions = z.infer<typeof EngineStartOptions>;

/**
 * What the shell posts to the engine's process. `start` comes first and once. `port` carries a client's MessagePort in
 * `event.ports[0]`, over which JSON-RPC envelopes go as objects. `tokensLoaded` carries what was saved last. `stop` is
 * answered by `stopped`, then the process ends.
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
 * What the engine's process posts to the shell. After `failed` the process ends; after `saveTokens` the engine uses the
 * new tokens only once `tokensSaved` with the same id has come. Before it renews tokens it asks with `loadTokens` whether
 * another process has done so.
 */
export const FromEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('failed'), error: AppError }),
  z.object({
    type: z.literal('saveTokens'),
    id: z.string(),
    tokens: Tokens,
    /** The OAuth client that the tokens came from; absent for a pasted token. */
    clientId: z.string().optional(),
  }),
  z.object({ type: z.literal('loadTokens'), id: z.string() }),
  z.object({ type: z.literal('stopped') }),
]);
export type FromEngine = z.infer<typeof FromEngine>;
