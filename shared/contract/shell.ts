import { z } from 'zod';
import { paneWidths } from '../domain/paneWidths.ts';
import { AppError } from '../errors.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

export const Language = z.enum(['en', 'nl', 'fr']);
export type Language = z.infer<typeof Language>;

/** Per-machine preferences, saved by the shell with electron-store; never a secret. */
export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** `system` follows the operating system if Perch has its language, otherwise English. */
  language: z.enum(['system', ...Language.options]),
  density: z.enum(['comfortable', 'compact']),
  notifications: z.boolean(),
  loadMedia: z.boolean(),
  railFolded: z.boolean(),
  personShown: z.boolean(),
  listWidth: z.number().int().min(paneWidths.list.min).max(paneWidths.list.max),
  personWidth: z.number().int().min(paneWidths.person.min).max(paneWidths.person.max),
});
export type Preferences = z.infer<typeof Preferences>;

/** The preferences of a new installation. */
export const defaultPreferences: Preferences = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  notifications: true,
  loadMedia: true,
  railFolded: false,
  personShown: true,
  listWidth: paneWidths.list.standard,
  personWidth: paneWidths.person.standard,
};

/** Which workspace is open; `none` is the first run. */
export const WorkspaceState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('demo') }),
  z.object({ kind: z.literal('account'), handle: z.string() }),
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
      preferences: Preferences,
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
  'preferences.set': method('command', 'Changes some of the preferences; returns all of them.', {
    input: Preferences.partial().strict(),
    output: Preferences,
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
  'preferences.changed': z.object({ preferences: Preferences, language: Language }),
  'engine.stopped': z.object({ restarting: z.boolean() }),
  'command.chosen': z.object({ command: z.string() }),
  'conversation.chosen': z.object({ id: z.string() }),
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

/** The `data` of the window message that brings the engine's port. */
export const ENGINE_PORT_MESSAGE = 'perch:engine-port';
