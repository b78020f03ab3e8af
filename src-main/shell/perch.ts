import { userInfo } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, type MessagePortMain, nativeTheme, session } from 'electron';
import type { Language, ShellEvent, ShellSettings } from '../../shared/contract/shell.ts';
import type { CommandLine } from './commandLine.ts';
import { PORT_CHANNEL } from './ipc/channels.ts';
import { answerWindows, tellWindow } from './ipc/ipc.ts';
import { toLanguage } from './language.ts';
import type { Locations } from './locations.ts';
import type { Log } from './log.ts';
import { serveRemotePictures } from './media/mediaProtocol.ts';
import { showMenu } from './menu/menu.ts';
import { type Attention, watchForAttention } from './notices/attention.ts';
import { showNotice } from './notices/notifications.ts';
import { toNotice } from './notices/toNotice.ts';
import { electronHost } from './processes/electronHost.ts';
import { serveApp } from './protocols/appProtocol.ts';
import { openSecrets } from './secrets/secrets.ts';
import { getSystemCipher } from './secrets/systemCipher.ts';
import { guardAllContents, guardSession } from './security/guards.ts';
import { openStateStore, type StateStore } from './settings/stateStore.ts';
import { toShellHandlers } from './shellHandlers.ts';
import { systemClock } from './systemClock.ts';
import { showWaiting } from './window/badge.ts';
import { openMainWindow, showWindow } from './window/mainWindow.ts';
import { wordsOf } from './words/words.ts';
import type { OpenWorkspace } from './workspaces/openWorkspace.ts';
import { toAgentName } from './workspaces/plans.ts';
import { Workspaces } from './workspaces/workspaces.ts';

interface PerchOptions {
  readonly commandLine: CommandLine;
  readonly locations: Locations;
  readonly log: Log;
}

/** The running application: one window, at most one open workspace, and what goes to and fro between them. */
export class Perch {
  readonly #options: PerchOptions;
  readonly #state: StateStore;
  readonly #workspaces: Workspaces<MessagePortMain>;
  readonly #attention: Attention;
  #window: BrowserWindow | null = null;
  #isPageListening = false;
  #waiting = 0;

  /** Opens the window and what was open last; must be called once the application is ready. */
  static async start(options: PerchOptions): Promise<Perch> {
    const cipher = await getSystemCipher();
    const perch = new Perch(options, openSecrets(path.join(app.getPath('userData'), 'logins'), cipher));
    perch.#begin();
    return perch;
  }

  private constructor(options: PerchOptions, secrets: ReturnType<typeof openSecrets>) {
    const { log, commandLine, locations } = options;
    const userData = app.getPath('userData');
    this.#options = options;
    this.#state = openStateStore(userData, log);
    this.#workspaces = new Workspaces<MessagePortMain>({
      host: electronHost({ locations, userData, log }),
      userData,
      agentName: toAgentName(userInfo().username),
      xUrl: commandLine.xUrl,
      state: this.#state,
      secrets,
      log,
      tell: (event) => this.#tell(event),
      onReady: (workspace) => this.#connectWindow(workspace),
      onEvent: (event) => this.#attention.hear(event),
      onLeft: () => this.#showWaiting(0),
    });
    this.#attention = watchForAttention({
      clock: systemClock,
      call: (method, input) => this.#workspaces.call(method, input),
      onWaiting: (count) => this.#showWaiting(count),
      onOpened: (first, count) => this.#notify(toNotice(first, count, wordsOf(this.language()))),
    });
    answerWindows(
      toShellHandlers({
        workspaces: this.#workspaces,
        secrets,
        state: this.#state,
        xUrl: commandLine.xUrl,
        language: () => this.language(),
        onSettings: (settings) => this.#apply(settings),
      }),
    );
  }

  /** The language that Perch speaks now. */
  language(): Language {
    return toLanguage(this.#state.get().settings.language, app.getLocale());
  }

  /** Brings the window to the front; opens it where it was closed. */
  showWindow(): void {
    if (this.#window) showWindow(this.#window);
    else this.#openWindow();
  }

  /** Ends the engine; nothing acknowledged is lost. */
  async stop(): Promise<void> {
    this.#attention.stop();
    await this.#workspaces.stop();
  }

  #begin(): void {
    const { locations, log, commandLine } = this.#options;
    const pages = session.defaultSession;
    guardAllContents(log);
    guardSession(pages, log);
    serveApp(pages, locations.renderer);
    serveRemotePictures(pages, {
      cacheDir: path.join(app.getPath('sessionData'), 'cache'),
      isAllowed: () => this.#state.get().settings.loadMedia,
      simulatorOrigin: () => this.#workspaces.simulatorOrigin(),
    });
    this.#applyLook(this.#state.get().settings);
    this.#openWindow();
    void (commandLine.demo ? this.#workspaces.openDemo() : this.#workspaces.openLast());
  }

  #openWindow(): void {
    const { locations } = this.#options;
    const window = openMainWindow({
      preload: locations.preload,
      assets: locations.assets,
      state: this.#state,
      onLoading: () => {
        this.#isPageListening = false;
      },
      onLoaded: () => {
        this.#isPageListening = true;
        const workspace = this.#workspaces.current();
        if (workspace) this.#connectWindow(workspace);
      },
    });
    this.#window = window;
    window.on('closed', () => {
      this.#window = null;
      this.#isPageListening = false;
    });
    this.#showWaiting(this.#waiting);
  }

  #connectWindow(workspace: OpenWorkspace<MessagePortMain>): void {
    this.#attention.count();
    const contents = this.#window?.webContents;
    // A page that still loads gets its port when it has loaded.
    if (!contents || !this.#isPageListening) return;
    const port = workspace.connect();
    if (port) contents.postMessage(PORT_CHANNEL, null, [port]);
  }

  #tell(event: ShellEvent): void {
    tellWindow(this.#window?.webContents, event);
  }

  #apply(settings: ShellSettings): void {
    this.#applyLook(settings);
    this.#tell({ name: 'settings.changed', params: { settings, language: this.language() } });
  }

  #applyLook(settings: ShellSettings): void {
    nativeTheme.themeSource = settings.theme;
    showMenu(wordsOf(this.language()), !app.isPackaged, (command) => {
      this.showWindow();
      this.#tell({ name: 'command.chosen', params: { command } });
    });
  }

  #showWaiting(count: number): void {
    this.#waiting = count;
    const window = this.#window;
    if (window) showWaiting(window, count, wordsOf(this.language()), this.#options.locations.assets);
  }

  #notify(notice: ReturnType<typeof toNotice>): void {
    if (!notice || !this.#state.get().settings.notifications || this.#window?.isFocused()) return;
    showNotice(notice, (id) => {
      this.showWindow();
      if (id) this.#tell({ name: 'conversation.chosen', params: { id } });
    });
  }
}
