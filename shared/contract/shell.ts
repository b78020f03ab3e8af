import { z } from 'zod';
import { AppError } from '../errors.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

export const Language = z.enum(['en', 'nl', 'fr']);
export type Language = z.infer<typeof Language>;

/** Settings of this machine, kept by the shell in electron-store; never a secret. */
export const ShellSettings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** `system` follows the operating system where Perch speaks its language, else English. */
  language: z.enum(['system', ...Language.options]),
  density: z.enum(['comfortable', 'compact']),
  notifications: z.boolean(),
  loadMedia: z.boolean(),
  railFolded: z.boolean(),
  personShown: z.boolean(),
  listWidth: z.number().int().min(240).max(640),
  personWidth: z.number().int().min(220).max(480),
});
export type ShellSettings = z.infer<typeof ShellSettings>;

/** What holds before anybody has set anything. */
export const defaultShellSettings: ShellSettings = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  notifications: true,
  loadMedia: true,
  railFolded: false,
  personShown: true,
  listWidth: 340,
  personWidth: 280,
};

/** Which workspace is open; `none` is the first run. The id of an open one names it in events and ports too. */
export const WorkspaceState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('demo'), id: z.string() }),
  z.object({ kind: z.literal('account'), id: z.string(), handle: z.string() }),
  z.object({ kind: z.literal('failed'), error: AppError }),
]);
export type WorkspaceState = z.infer<typeof WorkspaceState>;

/** Where secrets are kept: in the system's keyring, in memory until Perch ends, or nearly readable on disk. */
export const SecretStorage = z.enum(['encrypted', 'memory', 'plainText']);
export type SecretStorage = z.infer<typeof SecretStorage>;

const done = z.object({ error: AppError.optional() });

/** Where no keyring is: the answer `plainTextConsentNeeded` asks for one of these two. */
const whereToKeep = {
  /** The person agrees that the token lies nearly readable on the disk. */
  plainTextConsent: z.boolean().default(false),
  /** The person wants the token to be forgotten when Perch ends. */
  memoryOnly: z.boolean().default(false),
};

/** What a window may ask of the shell. */
export const shellContract = {
  'shell.state': method('query', 'Reads what a window needs to draw itself.', {
    input: none,
    output: z.object({
      settings: ShellSettings,
      language: Language,
      workspace: WorkspaceState,
      platform: z.string(),
      version: z.string(),
      secretStorage: SecretStorage,
      /** The fixed loopback addresses to register with X for the login in the browser. */
      redirectUris: z.array(z.string()),
      /** The accounts that were connected on this machine; each can be opened again without a login. */
      accounts: z.array(z.object({ id: z.string(), handle: z.string() })).optional(),
    }),
  }),
  'settings.set': method('command', 'Changes settings of this machine.', {
    input: ShellSettings.partial().strict(),
    output: ShellSettings,
  }),
  'workspace.openDemo': method('command', 'Opens the demo workspace.', { input: none, output: done }),
  'workspace.openAccount': method('command', 'Opens the workspace of an account that was connected before.', {
    input: z.strictObject({ id: z.string().max(100) }),
    output: done,
  }),
  'workspace.connectInBrowser': method('command', 'Connects an account by a login in the system browser.', {
    input: z.strictObject({ clientId: z.string().trim().min(1).max(200), ...whereToKeep }),
    output: done,
  }),
  'workspace.connectToken': method('command', 'Connects an account with a pasted access token.', {
    input: z.strictObject({ token: z.string().trim().min(1).max(4_096), ...whereToKeep }),
    output: done,
  }),
  'workspace.cancelConnect': method('command', 'Stops waiting for the browser.', {
    input: none,
    output: done,
  }),
  'workspace.close': method('command', 'Goes back to the first screen; nothing is deleted.', {
    input: none,
    output: done,
  }),
  'engine.restart': method('command', 'Starts the engine again after it could not be kept running.', {
    input: none,
    output: done,
  }),
  'links.open': method('command', 'Opens an https address in the system browser.', {
    input: z.strictObject({ url: z.string().max(4_096) }),
    output: done,
  }),
} as const;

export type ShellContract = typeof shellContract;
export type ShellMethod = keyof ShellContract;
export type ShellInput<M extends ShellMethod> = z.input<ShellContract[M]['input']>;
export type ShellOutput<M extends ShellMethod> = z.output<ShellContract[M]['output']>;

/** What the shell tells a window. */
export const shellEvents = {
  'workspace.changed': z.object({ workspace: WorkspaceState }),
  'settings.changed': z.object({ settings: ShellSettings, language: Language }),
  'engine.stopped': z.object({ workspaceId: z.string(), restarting: z.boolean() }),
  'command.chosen': z.object({ command: z.string() }),
  /** Two workspaces may know a conversation by the same id: it is meant in this one only. */
  'conversation.chosen': z.object({ workspaceId: z.string(), id: z.string() }),
} as const;
export type ShellEvents = typeof shellEvents;
export type ShellEventName = keyof ShellEvents;
export type ShellEvent = {
  [E in ShellEventName]: { readonly name: E; readonly params: z.output<ShellEvents[E]> };
}[ShellEventName];

export type ShellParsed<M extends ShellMethod> = z.output<ShellContract[M]['input']>;

/** The whole bridge that preload puts on `window.perch`; a MessagePort to the engine comes by window.postMessage. */
export interface ShellBridge {
  /**
   * Resolves with the method's output; an expected failure is its `error`. Rejects only on a bug: an unknown method, an
   * input that breaks the contract where the output has no `error`, or a handler that threw.
   */
  call(method: ShellMethod, input: unknown): Promise<unknown>;
  onEvent(listener: (event: unknown) => void): () => void;
}

/** The `data` of the window message that carries a port to the engine of one workspace. */
export const EnginePortMessage = z.object({
  type: z.literal('perch:engine-port'),
  workspaceId: z.string(),
});
export type EnginePortMessage = z.infer<typeof EnginePortMessage>;
