import { app, shell } from 'electron';
import type { Language, ShellMethod, ShellSettings } from '#shared/contract/shell.ts';
import { ok } from '#shared/result.ts';
import type { ShellHandlers } from './ipc/serve.ts';
import { callbackPage } from './login/callbackPage.ts';
import { loginInBrowser } from './login/loginInBrowser.ts';
import { loginPorts, toRedirectUri } from './login/loopback.ts';
import type { StateStore } from './preferences/stateStore.ts';
import type { Secrets } from './secrets/secrets.ts';
import { toExternalLink } from './security/externalLink.ts';
import { systemClock } from './systemClock.ts';
import type { ConnectAccount } from './workspaces/connectNewAccount.ts';
import type { Workspaces } from './workspaces/workspaces.ts';

interface ShellFacts<P> {
  readonly workspaces: Workspaces<P>;
  readonly secrets: Secrets;
  readonly state: StateStore;
  readonly xUrl: string | null;
  readonly language: () => Language;
  /** Called after settings were changed and kept. */
  readonly onSettings: (settings: ShellSettings) => void;
}

interface Choice {
  readonly plainTextConsent: boolean;
  readonly memoryOnly: boolean;
}

/** What a window may have done. */
export function toShellHandlers<P>(facts: ShellFacts<P>): ShellHandlers {
  return { ...machineHandlers(facts), ...workspaceHandlers(facts) };
}

type WorkspaceMethod = Extract<ShellMethod, `workspace.${string}` | 'engine.restart'>;

function machineHandlers<P>(facts: ShellFacts<P>): Omit<ShellHandlers, WorkspaceMethod> {
  const { workspaces, state } = facts;
  return {
    'shell.state': () => ({
      settings: state.get().settings,
      language: facts.language(),
      workspace: workspaces.state(),
      platform: process.platform,
      version: app.getVersion(),
      secretStorage: workspaces.secretStorage(),
      redirectUris: loginPorts.map(toRedirectUri),
      accounts: workspaces.accounts().map(({ id, handle }) => ({ id, handle })),
    }),
    'settings.set': (changes) => {
      const settings = withChanges(state.get().settings, changes);
      state.set({ settings });
      facts.onSettings(settings);
      return settings;
    },
    'links.open': async ({ url }) => {
      const link = toExternalLink(url);
      if (!link) return { error: { code: 'invalid', path: 'url', reason: 'notAWebAddress' } };
      await shell.openExternal(link);
      return {};
    },
  };
}

function workspaceHandlers<P>(facts: ShellFacts<P>): Pick<ShellHandlers, WorkspaceMethod> {
  const { workspaces, secrets } = facts;
  const connect = async (choice: Choice, how: ConnectAccount) => {
    const storage = secrets.choose(choice);
    return storage.ok ? workspaces.connect(how, storage.value) : { error: storage.error };
  };
  return {
    'workspace.openDemo': () => workspaces.openDemo(),
    'workspace.openAccount': ({ id }) => workspaces.openAccount(id),
    'workspace.connectInBrowser': ({ clientId, ...choice }) =>
      connect(choice, (call, signal) => loginInBrowser({ ...browserLogin(facts), call, clientId, signal })),
    'workspace.connectToken': ({ token, ...choice }) =>
      connect(choice, async (call) => {
        const connected = await call('account.useToken', { token });
        return connected.ok ? ok(connected.value.account) : connected;
      }),
    'workspace.cancelConnect': () => {
      workspaces.cancelConnect();
      return {};
    },
    'workspace.close': () => workspaces.close(),
    'engine.restart': () => workspaces.restartEngine(),
  };
}

function browserLogin<P>({ language, xUrl }: ShellFacts<P>) {
  return {
    ports: loginPorts,
    page: callbackPage(language()),
    openBrowser: (url: string) => shell.openExternal(url),
    xUrl,
    clock: systemClock,
  };
}

/** Absent changes leave a setting as it is; TypeScript cannot see that zod leaves them out. */
function withChanges(
  settings: ShellSettings,
  changes: { readonly [K in keyof ShellSettings]?: ShellSettings[K] | undefined },
): ShellSettings {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(given) };
}
