// As a whole, since an older Electron has no ClipboardItem, and a missing name would not even link.
import * as electron from 'electron';
import { app, type BrowserWindow, shell } from 'electron';
import type { Preferences, SecretStorage, ShellMethod } from '#shared/contract/shell.ts';
import type { Language } from '#shared/domain/language.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { systemClock } from '#shared/systemClock.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import {
  chooseArchive,
  chooseExport,
  chooseFile,
  chooseFolder,
  chooseStore,
  chooseTable,
} from './base/chooseFile.ts';
import type { Desktop } from './desktop.ts';
import { openTable } from './files/openTable.ts';
import { saveText } from './files/saveText.ts';
import type { ShellHandlers } from './ipc/serve.ts';
import { callbackPage } from './login/callbackPage.ts';
import { untilCancelled } from './login/cancellable.ts';
import { loginInBrowser } from './login/loginInBrowser.ts';
import { createLoginLink } from './login/loginLink.ts';
import { loginPorts, toRedirectUri } from './login/loopback.ts';
import { choosePictures } from './media/choosePictures.ts';
import { copyPicture, savePicture } from './media/keepPicture.ts';
import type { ReadMedia } from './media/mediaProtocol.ts';
import { putOnClipboard } from './media/pictureClipboard.ts';
import type { RequestLedger } from './media/requestLedger.ts';
import type { StateStore } from './preferences/stateStore.ts';
import { exportConversations } from './printing/exportConversations.ts';
import { htmlToPdf, toPagesFolder } from './printing/htmlToPdf.ts';
import { printPage, printToPdf, savePageAsPdf } from './printing/printPage.ts';
import { saveWeeklyReport } from './printing/saveWeeklyReport.ts';
import type { Secrets, StorageConsent } from './secrets/secrets.ts';
import { toExternalLink } from './security/externalLink.ts';
import type { Spelling } from './spelling/spelling.ts';
import type { ConnectAccount } from './workspaces/connectNewAccount.ts';
import type { CommandOutput } from './workspaces/currentWorkspace.ts';
import { READING_ID } from './workspaces/workspacePlan.ts';
import type { Workspaces } from './workspaces/workspaces.ts';

interface HandlerOptions<P> {
  readonly workspaces: Workspaces<P>;
  readonly secrets: Secrets;
  readonly state: StateStore;
  /** The address used instead of X; null for X itself. */
  readonly xUrl: string | null;
  /** The window while it can be seen. */
  readonly window: () => BrowserWindow | null;
  /** The window while it is open, also where it is hidden. */
  readonly openWindow: () => BrowserWindow | null;
  readonly language: () => Language;
  /** Saves and applies changes of the preferences; returns all of them. */
  readonly setPreferences: (changes: Partial<Preferences>) => Preferences;
  /** Asks about replies that X does not have, before a workspace is closed or another opened. */
  readonly mayLeave: () => Promise<boolean>;
  readonly readMedia: ReadMedia;
  readonly desktop: Pick<Desktop, 'background' | 'setStartAtLogin'>;
  readonly spelling: Spelling;
  readonly requests: Pick<RequestLedger, 'list'>;
}

/** The handlers of all methods that a window can call. */
export function toShellHandlers<P>(options: HandlerOptions<P>): ShellHandlers {
  return {
    ...machineHandlers(options),
    ...pageHandlers(options),
    ...fileHandlers(options),
    ...pictureHandlers(options),
    ...spellingHandlers(options.spelling),
    ...workspaceHandlers(options),
  };
}

type PageMethod = Extract<ShellMethod, `page.${string}`>;
type FileMethod = Extract<ShellMethod, `files.${string}`>;
type PictureMethod = Extract<ShellMethod, `pictures.${string}`>;
type SpellingMethod = Extract<ShellMethod, `spelling.${string}`>;
type WorkspaceMethod = Extract<ShellMethod, `workspace.${string}` | 'engine.restart'>;

function machineHandlers<P>(
  options: HandlerOptions<P>,
): Omit<ShellHandlers, PageMethod | FileMethod | PictureMethod | SpellingMethod | WorkspaceMethod> {
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
      lastLogin: workspaces.lastLogin()?.by ?? null,
      places: state.get().places,
    }),
    'preferences.set': (changes) => options.setPreferences(withoutUndefined(changes)),
    'background.get': () => options.desktop.background(),
    'background.startAtLogin': async ({ isOn }) => {
      const result = await options.desktop.setStartAtLogin(isOn);
      return result.ok ? {} : { error: result.error };
    },
    'places.set': ({ workspaceId, place }) => {
      if (workspaceId !== READING_ID) state.set({ places: { ...state.get().places, [workspaceId]: place } });
      return {};
    },
    'network.list': () => ({ items: options.requests.list() }),
    'links.open': async ({ url }) => {
      const link = toExternalLink(url);
      if (!link) return { error: { code: 'invalid', path: 'url', reason: 'notAWebAddress' } };
      await shell.openExternal(link);
      return {};
    },
  };
}

function pageHandlers<P>({
  window,
  openWindow,
  workspaces,
}: HandlerOptions<P>): Pick<ShellHandlers, PageMethod> {
  return {
    'page.print': () => ifOpen(window(), printPage),
    'page.savePdf': ({ name }) => ifOpen(window(), (shown) => savePageAsPdf(shown, name)),
    'page.saveWeek': (input) =>
      ifOpen(openWindow(), (page) =>
        saveWeeklyReport(
          { get: () => workspaces.call('weeklyReport.get', {}), toPdf: () => printToPdf(page) },
          input,
        ),
      ),
  };
}

function fileHandlers<P>({ window, workspaces }: HandlerOptions<P>): Pick<ShellHandlers, FileMethod> {
  return {
    'files.saveText': (input) =>
      ifOpen(window(), (shown) =>
        saveText(
          (suggestedName, kind) => chooseFile(shown, { suggestedName, kind, folder: 'documents' }),
          input,
        ),
      ),
    'files.exportConversations': (input) =>
      ifOpen(window(), (shown) =>
        exportConversations(
          {
            choose: (suggestedName) => chooseExport(shown, suggestedName),
            write: (wanted) => workspaces.call('conversations.export', wanted),
            toPdf: htmlToPdf,
            pagesFolder: toPagesFolder(),
          },
          input,
        ),
      ),
    'files.chooseArchive': () => ifOpen(window(), async (shown) => toChosen(await chooseArchive(shown))),
    'files.chooseBackup': () => ifOpen(window(), async (shown) => toChosen(await chooseStore(shown))),
    'files.chooseFolder': () => ifOpen(window(), async (shown) => toChosen(await chooseFolder(shown))),
    'files.openTable': () => ifOpen(window(), (shown) => openTable(() => chooseTable(shown))),
  };
}

function pictureHandlers<P>({ window, readMedia }: HandlerOptions<P>): Pick<ShellHandlers, PictureMethod> {
  return {
    'pictures.save': (input) =>
      ifOpen(window(), (shown) =>
        savePicture(
          {
            read: readMedia,
            choose: (suggestedName, kind) => chooseFile(shown, { suggestedName, kind, folder: 'pictures' }),
          },
          input,
        ),
      ),
    'pictures.choose': async () => {
      const shown = window();
      return { files: shown ? await choosePictures(shown) : [] };
    },
    'pictures.copy': ({ address }) =>
      copyPicture({ read: readMedia, copy: (picture) => putOnClipboard(electron, picture) }, address),
  };
}

function spellingHandlers(spelling: Spelling): Pick<ShellHandlers, SpellingMethod> {
  return {
    'spelling.use': (field) => {
      spelling.use(field);
      return {};
    },
    'spelling.check': async ({ words }) => ({ wrong: [...(await spelling.findWrong(words))] }),
    'spelling.state': () => ({ unreadable: spelling.unreadable }),
  };
}

async function ifOpen<O extends CommandOutput>(
  window: BrowserWindow | null,
  run: (window: BrowserWindow) => Promise<O>,
): Promise<O | CommandOutput> {
  return window ? await run(window) : {};
}

const toChosen = (path: string | null): CommandOutput & { readonly path?: string } =>
  path === null ? {} : { path };

function workspaceHandlers<P>(options: HandlerOptions<P>): Pick<ShellHandlers, WorkspaceMethod> {
  const { workspaces, mayLeave } = options;
  const ifMayLeave = async (run: () => Promise<CommandOutput>) => ((await mayLeave()) ? run() : {});
  return {
    ...loginHandlers(options),
    'workspace.openDemo': () => ifMayLeave(() => workspaces.openDemo()),
    'workspace.openAccount': ({ id }) => ifMayLeave(() => workspaces.openAccount(id)),
    'workspace.openToRead': () =>
      ifOpen(options.window(), async (shown) => {
        const file = await chooseStore(shown);
        return file === null ? {} : ifMayLeave(() => workspaces.openToRead(file));
      }),
    'workspace.cancelConnect': () => {
      workspaces.cancelConnect();
      return {};
    },
    'workspace.close': () => ifMayLeave(() => workspaces.close()),
    'workspace.logOut': () => ifMayLeave(() => workspaces.logOut()),
    'workspace.sizes': ({ id }) => workspaces.sizes(id),
    // What the window has asked about names the replies that X does not have.
    'workspace.remove': ({ id, handle }) => workspaces.remove(id, handle),
    'workspace.reopen': ({ recover }) => workspaces.reopen({ recover }),
    'workspace.restore': ({ name }) => workspaces.reopen({ restore: name }),
    'engine.restart': () => workspaces.restartEngine(),
  };
}

type LoginMethod = 'workspace.connectInBrowser' | 'workspace.connectToken' | 'workspace.loginLink';

function loginHandlers<P>(options: HandlerOptions<P>): Pick<ShellHandlers, LoginMethod> {
  const { workspaces } = options;
  const link = createLoginLink();
  const openBrowser = (url: string) => shell.openExternal(url);
  return {
    'workspace.connectInBrowser': async ({ clientId = lastClientId(workspaces), ...consent }) => {
      const storage = toStorage(options, consent);
      if (!storage.ok) return { error: storage.error };
      if (clientId === null) return { error: { code: 'loginFailed', reason: 'unknownClient' } };
      return await link.during((remember) => {
        const browser = {
          ...browserLoginOptions(options),
          clientId,
          openBrowser: and(remember, openBrowser),
        };
        return workspaces.connect(
          (call, signal) => loginInBrowser({ ...browser, call, signal }),
          storage.value,
        );
      });
    },
    'workspace.connectToken': ({ token, ...consent }) => {
      const storage = toStorage(options, consent);
      const connectToken: ConnectAccount = async (call, signal) => {
        const connected = await untilCancelled(call, signal, () => call('account.useToken', { token }));
        return connected.ok ? ok(connected.value.account) : connected;
      };
      // The person is only asked where a good login is kept; a browser would have to be asked twice for that.
      return workspaces.connect(connectToken, storage.ok ? storage.value : 'memory', !storage.ok);
    },
    'workspace.loginLink': async ({ open }) => {
      const url = link.url();
      if (open && url !== null) await openBrowser(url);
      return { url };
    },
  };
}

function lastClientId<P>(workspaces: Workspaces<P>): string | null {
  const last = workspaces.lastLogin();
  return last?.by === 'browser' ? last.clientId : null;
}

const and =
  (first: (url: string) => void, then: (url: string) => Promise<void>) =>
  (url: string): Promise<void> => {
    first(url);
    return then(url);
  };

/** Where a login is kept: for a workspace that is open, where its last one was, unless the person has chosen anew. */
function toStorage<P>(
  { workspaces, secrets }: HandlerOptions<P>,
  consent: StorageConsent,
): Result<SecretStorage, AppError> {
  const chosen = secrets.choose(consent);
  const { kind } = workspaces.state();
  return chosen.ok || kind !== 'account' ? chosen : ok(workspaces.secretStorage());
}

function browserLoginOptions<P>({ language, xUrl }: HandlerOptions<P>) {
  return { ports: loginPorts, page: callbackPage(language()), xUrl, clock: systemClock };
}
