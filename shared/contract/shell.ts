import { z } from 'zod';
import { BackupName } from '../domain/backup.ts';
import { defaultEmojiPreferences, emojiPreferences } from '../domain/emojiPreferences.ts';
import { Language } from '../domain/language.ts';
import { paneWidths } from '../domain/paneWidths.ts';
import { Place, Places } from '../domain/place.ts';
import { defaultSpellingPreferences, spellingPreferences } from '../domain/spellingPreferences.ts';
import { AppError } from '../errors.ts';
import { commandOutput } from './commandOutput.ts';
import { Recovery } from './enginePort.ts';
import { filesMethods } from './files.ts';
import { none } from './methods/inputs.ts';
import { method } from './methods/method.ts';
import { networkMethods } from './network.ts';
import { pageMethods } from './page.ts';
import { picturesMethods } from './pictures.ts';
import { spellingMethods } from './spelling.ts';

/** Per-machine preferences, saved by the shell with electron-store; never a secret. */
export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** `system` follows the operating system if Perch has its language, otherwise English. */
  language: z.enum(['system', ...Language.options]),
  density: z.enum(['comfortable', 'compact']),
  notifications: z.boolean(),
  loadMedia: z.boolean(),
  railFolded: z.boolean(),
  /** The keys that were chosen instead of the standard ones, by command; see `shortcuts`. */
  shortcuts: z.record(z.string().max(60), z.array(z.string().min(1).max(40)).max(4)),
  personShown: z.boolean(),
  listWidth: z.number().int().min(paneWidths.list.min).max(paneWidths.list.max),
  personWidth: z.number().int().min(paneWidths.person.min).max(paneWidths.person.max),
  /** Whether Perch goes on when its window is closed, where there is a tray; null before somebody was asked. */
  keepRunning: z.boolean().nullable(),
  /** A sound for new conversations. */
  sound: z.boolean(),
  /** Until when nothing disturbs, in epoch milliseconds; null if notifications come. */
  quietUntil: z.number().int().nullable(),
  ...emojiPreferences,
  ...spellingPreferences,
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
  shortcuts: {},
  personShown: true,
  listWidth: paneWidths.list.standard,
  personWidth: paneWidths.person.standard,
  keepRunning: null,
  sound: false,
  quietUntil: null,
  ...defaultEmojiPreferences,
  ...defaultSpellingPreferences,
};

/** Which workspace is open; `none` is the first run. The id of an open one names it in events and ports too. */
export const WorkspaceState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('demo'), id: z.string() }),
  z.object({ kind: z.literal('account'), id: z.string(), handle: z.string() }),
  /** A file that is only read; `name` is that of the file. */
  z.object({ kind: z.literal('readOnly'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('failed'), error: AppError }),
]);
export type WorkspaceState = z.infer<typeof WorkspaceState>;

/**
 * Where a login is kept: on disk, encrypted with the system's keyring; in memory until Perch quits; or on disk in
 * plain text.
 */
export const SecretStorage = z.enum(['encrypted', 'memory', 'plainText']);
export type SecretStorage = z.infer<typeof SecretStorage>;

/** For a machine without a keyring: the error `plainTextConsentNeeded` asks for one of these. */
const storageConsent = {
  /** The person agrees to keep the token on disk in plain text. */
  plainTextConsent: z.boolean().default(false),
  /** The person wants the token to be forgotten when Perch quits. */
  memoryOnly: z.boolean().default(false),
};

/** What the desktop lets Perch do in the background. */
export const Background = z.object({
  /** Whether there is a tray, without which Perch quits with its window; macOS needs none. */
  hasTray: z.boolean(),
  startsAtLogin: z.boolean(),
});
export type Background = z.infer<typeof Background>;

/** The methods of the shell that a window can call. */
export const shellContract = {
  'shell.state': method(
    'query',
    'Returns everything that a window needs from the shell before it can draw.',
    {
      input: none,
      output: z.object({
        preferences: Preferences,
        language: Language,
        workspace: WorkspaceState,
        platform: z.string(),
        version: z.string(),
        secretStorage: SecretStorage,
        /** The redirect URIs that must be registered with X for the login in the browser. */
        redirectUris: z.array(z.string()),
        /** The accounts that were connected on this machine; each can be opened without a new login. */
        accounts: z.array(z.object({ id: z.string(), handle: z.string() })).optional(),
        /** How the open account was logged in: by browser, which needs no client id again, or by a pasted token; null if unknown. */
        lastLogin: z.enum(['browser', 'token']).nullable().optional(),
        /** What to show first of each workspace. */
        places: Places.optional(),
      }),
    },
  ),
  'preferences.set': method('command', 'Changes some of the preferences; returns all of them.', {
    input: Preferences.partial().strict(),
    output: Preferences,
  }),
  'background.get': method('query', 'Returns what the desktop lets Perch do in the background.', {
    input: none,
    output: Background,
  }),
  'background.startAtLogin': method(
    'command',
    'Sets whether Perch starts when the person logs in: hidden, if there is a tray.',
    { input: z.strictObject({ isOn: z.boolean() }), output: commandOutput },
  ),
  'places.set': method('command', 'Saves what the window shows of a workspace, for the next start.', {
    input: z.strictObject({ workspaceId: z.string().max(100), place: Place }),
    output: commandOutput,
  }),
  'workspace.openDemo': method('command', 'Opens the demo workspace.', {
    input: none,
    output: commandOutput,
  }),
  'workspace.openAccount': method(
    'command',
    'Opens the workspace of a connected account; does nothing for an unknown id.',
    {
      input: z.strictObject({ id: z.string().max(100) }),
      output: commandOutput,
    },
  ),
  'workspace.openToRead': method(
    'command',
    'Lets somebody choose the file of a workspace, such as a backup, in the dialog of the system, and opens it for reading: it is never written, and there is no connection to X. Does nothing if that is cancelled.',
    { input: none, output: commandOutput },
  ),
  'workspace.connectInBrowser': method(
    'command',
    'Connects an account through a login in the system browser. A new one reads nothing before `capture.begin`.',
    {
      input: z.strictObject({
        /** Absent for the one of the last login of the open workspace. */
        clientId: z.string().trim().min(1).max(200).optional(),
        ...storageConsent,
      }),
      output: commandOutput,
    },
  ),
  'workspace.connectToken': method(
    'command',
    'Connects an account with a pasted access token. A new one reads nothing before `capture.begin`.',
    {
      input: z.strictObject({
        token: z.string().trim().min(1).max(4_096),
        ...storageConsent,
      }),
      output: commandOutput,
    },
  ),
  'workspace.loginLink': method(
    'command',
    'Returns the address of the login that is waiting for the browser, null if none is; with `open`, opens it there once more.',
    { input: z.strictObject({ open: z.boolean() }), output: z.object({ url: z.string().nullable() }) },
  ),
  'workspace.cancelConnect': method('command', 'Cancels a login that is waiting for the browser or for X.', {
    input: none,
    output: commandOutput,
  }),
  'workspace.logOut': method(
    'command',
    'Stops the engine of the open account, forgets its login and shows the first screen; what is stored stays.',
    { input: none, output: commandOutput },
  ),
  'workspace.sizes': method('query', 'Returns how much of the disk an account takes, in bytes.', {
    input: z.strictObject({ id: z.string().max(100) }),
    output: z.object({
      workspaceBytes: z.number(),
      /** The picture cache, which all accounts share. */
      cacheBytes: z.number(),
    }),
  }),
  'workspace.remove': method(
    'command',
    'Deletes an account from this machine: its login, all that is stored of it, and the picture cache. Nothing is deleted on X. Fails with `invalid` unless the handle is that of the account.',
    {
      input: z.strictObject({ id: z.string().max(100), handle: z.string().max(100) }),
      output: commandOutput,
    },
  ),
  'workspace.close': method(
    'command',
    'Closes the workspace and shows the first screen, or the workspace that was open before a file to read; nothing is deleted.',
    {
      input: none,
      output: commandOutput,
    },
  ),
  'engine.restart': method(
    'command',
    'Starts the engine again after it crashed too often or refused to start.',
    {
      input: none,
      output: commandOutput,
    },
  ),
  'workspace.reopen': method(
    'command',
    'Opens the workspace again that is open or could not be opened. With `recover`, which a person must have chosen, its file is replaced before; the old one is kept.',
    {
      input: z.strictObject({ recover: Recovery.optional() }),
      output: commandOutput,
    },
  ),
  'workspace.restore': method(
    'command',
    'Replaces the open workspace by one of its backups, which a person must have chosen, and opens it. What it was before becomes a backup itself.',
    { input: z.strictObject({ name: BackupName }), output: commandOutput },
  ),
  ...networkMethods,
  ...pageMethods,
  ...filesMethods,
  ...picturesMethods,
  ...spellingMethods,
} as const;

export type ShellContract = typeof shellContract;
export type ShellMethod = keyof ShellContract;
export type ShellInput<M extends ShellMethod> = z.input<ShellContract[M]['input']>;
export type ShellOutput<M extends ShellMethod> = z.output<ShellContract[M]['output']>;

/** Where a notification without a conversation leads: a view, a screen, or the login. */
export const ChosenScreen = z.enum(['queue', 'outbox', 'listening', 'costs', 'connect']);
export type ChosenScreen = z.infer<typeof ChosenScreen>;

/** The events that the shell sends to a window. */
export const shellEvents = {
  'workspace.changed': z.object({ workspace: WorkspaceState }),
  'preferences.changed': z.object({ preferences: Preferences, language: Language }),
  /** The engine has crashed; unless it is `restarting`, only `engine.restart` starts it again. */
  'engine.stopped': z.object({ workspaceId: z.string(), restarting: z.boolean() }),
  /** New conversations came, and the person wants to hear that. */
  'sound.wanted': z.object({}),
  /** A command was chosen in the native menu. */
  'command.chosen': z.object({ command: z.string() }),
  /** A notification was clicked. Two workspaces may know a conversation by the same id: it is meant in this one only. */
  'conversation.chosen': z.object({ workspaceId: z.string(), id: z.string() }),
  /** A notification without a conversation was clicked. */
  'screen.chosen': z.object({ workspaceId: z.string(), screen: ChosenScreen }),
} as const;
export type ShellEvents = typeof shellEvents;
export type ShellEventName = keyof ShellEvents;
export type ShellEvent = {
  [E in ShellEventName]: { readonly name: E; readonly params: z.output<ShellEvents[E]> };
}[ShellEventName];

export type ShellParsed<M extends ShellMethod> = z.output<ShellContract[M]['input']>;

/**
 * The API that the preload script exposes as `window.perch`. The port to the engine arrives by `window.postMessage`.
 */
export interface ShellBridge {
  /**
   * Resolves with the method's output; an expected failure is its `error`. Rejects on a bug only: an unknown method,
   * invalid input of a method whose output has no `error`, or a handler that threw.
   */
  call(method: ShellMethod, input: unknown): Promise<unknown>;
  /** Calls `listener` with each event of the shell; returns a function that removes it. */
  onEvent(listener: (event: unknown) => void): () => void;
  /** The path of a file that somebody has dropped on the page; empty for one that the page made itself. */
  pathOf(file: object): string;
}

/** The `data` of the window message that carries a port to the engine of one workspace. */
export const EnginePortMessage = z.object({
  type: z.literal('perch:engine-port'),
  workspaceId: z.string(),
});
export type EnginePortMessage = z.infer<typeof EnginePortMessage>;
