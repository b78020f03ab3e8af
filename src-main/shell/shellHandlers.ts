import { app, shell } from 'electron';
import type { Language, Preferences, ShellMethod } from '#shared/contract/shell.ts';
import { ok } from '#shared/result.ts';
import { systemClock } from '#shared/systemClock.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { Desktop } from './desktop.ts';
import type { ShellHandlers } from './ipc/serve.ts';
import { callbackPage } from './login/callbackPage.ts';
import { loginInBrowser } from './login/loginInBrowser.ts';
import { loginPorts, toRedirectUri } from './login/loopback.ts';
import type { StateStore } from './preferences/stateStore.ts';
import type { Secrets, StorageConsent } from './secrets/secrets.ts';
import { toExternalLink } from './security/externalLink.ts';
import type { ConnectAccount } from './workspaces/connectNewAccount.ts';
import type { CommandOutput } from './workspaces/currentWorkspace.ts';
import type { Workspaces } from './workspaces/workspaces.ts';

interface HandlerOptions<P> {
  readonly workspaces: Workspaces<P>;
  readonly secrets: Secrets;
  readonly state: StateStore;
  /** The address used instead of X; null for X itself. */
  readonly xUrl: string | null;
  readonly language: () => Language;
  /** Saves and applies changes of the preferences; returns all of them. */
  readonly setPreferences: (changes: Partial<Preferences>) => Preferences;
  /** Asks about replies that X does not have, before a workspace is closed or another opened. */
  readonly mayLeave: () => Promise<boolean>;
  readonly desktop: Pick<Desktop, 'background' | 'setStartAtLogin'>;
}

/** The handlers of all methods that a window can call. */
export function toShellHandlers<P>(options: HandlerOptions<P>): ShellHandlers {
  return { ...machineHandlers(options), ...workspaceHandlers(options) };
}

type WorkspaceMethod = Extract<ShellMethod, `workspace.${string}` | 'engine.restart'>;

function machineHandlers<P>(options: HandlerOptions<P>): Omit<ShellHandlers, WorkspaceMethod> {
  const { workspaces, state } = options;
  return {
    'shell.state': () => ({
      preferences: state.get().preferences,
      language: options.language(),
      workspace: workspaces.state(),
      platform: process.platform,
      version: app.getVersion(),
      secretStorage: workspaces.secretStorage(),
      redirectUris: loginPorts.map(toRedirectUri),
      accounts: workspaces.accounts().map(({ id, handle }) => ({ id, handle })),
      places: state.get().places,
    }),
    'preferences.set': (changes) => options.setPreferences(withoutUndefined(changes)),
    'background.get': () => options.desktop.background(),
    'background.startAtLogin': async ({ isOn }) => {
      const result = await options.desktop.setStartAtLogin(isOn);
      return result.ok ? {} : { error: result.error };
    },
    'places.set': ({ workspaceId, place }) => {
      state.set({ places: { ...state.get().places, [workspaceId]: place } });
      return {};
    },
    'links.open': async ({ url }) => {
      const link = toExternalLink(url);
      if (!link) return { error: { code: 'invalid', path: 'url', reason: 'notAWebAddress' } };
      await shell.openExternal(link);
      return {};
    },
  };
}

function workspaceHandlers<P>(options: HandlerOptions<P>): Pick<ShellHandlers, WorkspaceMethod> {
  const { workspaces, secrets, mayLeave } = options;
  const ifMayLeave = async (run: () => Promise<CommandOutput>) => ((await mayLeave()) ? run() : {});
  const connect = async (consent: StorageConsent, connectAccount: ConnectAccount) => {
    const storage = secrets.choose(consent);
    return storage.ok ? workspaces.connect(connectAccount, storage.value) : { error: storage.error };
  };
  return {
    'workspace.openDemo': () => ifMayLeave(() => workspaces.openDemo()),
    'workspace.openAccount': ({ id }) => ifMayLeave(() => workspaces.openAccount(id)),
    'workspace.connectInBrowser': ({ clientId, ...consent }) =>
      connect(consent, (call, signal) =>
        loginInBrowser({ ...browserLoginOptions(options), call, clientId, signal }),
      ),
    'workspace.connectToken': ({ token, ...consent }) =>
      connect(consent, async (call) => {
        const connected = await call('account.useToken', { token });
        return connected.ok ? ok(connected.value.account) : connected;
      }),
    'workspace.cancelConnect': () => {
      workspaces.cancelConnect();
      return {};
    },
    'workspace.close': () => ifMayLeave(() => workspaces.close()),
    'workspace.reopen': ({ recover }) => workspaces.reopen(recover),
    'engine.restart': () => workspaces.restartEngine(),
  };
}

function browserLoginOptions<P>({ language, xUrl }: HandlerOptions<P>) {
  return {
    ports: loginPorts,
    page: callbackPage(language()),
    openBrowser: (url: string) => shell.openExternal(url),
    xUrl,
    clock: systemClock,
  };
}
