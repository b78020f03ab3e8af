import path from 'node:path';
import { app, type MessagePortMain } from 'electron';
import type { ShellSettings } from '#shared/contract/shell.ts';
import { createLook, type Look } from './appearance.ts';
import type { CommandLine } from './commandLine.ts';
import { answerWindows } from './ipc/ipc.ts';
import type { Locations } from './locations.ts';
import type { Log } from './log.ts';
import { type Attention, watchForAttention } from './notifications/attention.ts';
import { showNotice } from './notifications/notifications.ts';
import { type Notice, toNotification } from './notifications/toNotification.ts';
import { preparePages } from './pages.ts';
import { openStateStore, type StateStore } from './preferences/stateStore.ts';
import { createStateWriter } from './preferences/stateWriter.ts';
import { electronHost } from './processes/electronHost.ts';
import { openSecrets, type Secrets } from './secrets/secrets.ts';
import { getSystemCipher } from './secrets/systemCipher.ts';
import { toShellHandlers } from './shellHandlers.ts';
import { systemClock } from './systemClock.ts';
import { getUserName } from './userName.ts';
import { PerchWindow } from './window/perchWindow.ts';
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
  readonly #userData = app.getPath('userData');
  readonly #state: StateStore;
  readonly #look: Look;
  readonly #workspaces: Workspaces<MessagePortMain>;
  readonly #attention: Attention;
  readonly #window: PerchWindow;

  /** Opens the window and what was open last; must be called once the application is ready. */
  static async start(options: PerchOptions): Promise<Perch> {
    const cipher = await getSystemCipher();
    const perch = new Perch(options, openSecrets(path.join(app.getPath('userData'), 'logins'), cipher));
    perch.#begin();
    return perch;
  }

  private constructor(options: PerchOptions, secrets: Secrets) {
    this.#options = options;
    this.#state = openStateStore({
      dir: this.#userData,
      write: createStateWriter(this.#userData),
      report: options.log,
    });
    this.#look = createLook(this.#state, (command) => this.#choose(command));
    this.#window = this.#createWindow();
    this.#workspaces = this.#createWorkspaces(secrets);
    this.#attention = watchForAttention({
      clock: systemClock,
      call: (method, input) => this.#workspaces.call(method, input),
      onWaiting: (count) => this.#window.showWaiting(count),
      onOpened: (first, count) => this.#notify(toNotification(first, count, this.#look.words())),
    });
    answerWindows(
      toShellHandlers({
        workspaces: this.#workspaces,
        secrets,
        state: this.#state,
        xUrl: options.commandLine.xUrl,
        language: () => this.#look.language(),
        onSettings: (settings) => this.#apply(settings),
      }),
    );
  }

  /** Brings the window to the front; opens it where it was closed. */
  showWindow(): void {
    this.#window.show();
  }

  /** Ends the engine; nothing acknowledged is lost. */
  async stop(): Promise<void> {
    this.#attention.stop();
    await this.#workspaces.quit();
  }

  #begin(): void {
    const { locations, log, commandLine } = this.#options;
    preparePages({
      root: locations.renderer,
      log,
      isAllowed: () => this.#state.get().settings.loadMedia,
      simulatorOrigin: () => this.#workspaces.simulatorOrigin(),
    });
    this.#look.apply();
    this.#window.show();
    const opening = commandLine.demo ? this.#workspaces.openDemo() : this.#workspaces.openLast();
    opening.catch((bug: unknown) => log('the workspace could not be opened', { reason: String(bug) }));
  }

  #createWindow(): PerchWindow {
    const { preload, assets } = this.#options.locations;
    return new PerchWindow({
      preload,
      assets,
      state: this.#state,
      words: () => this.#look.words(),
      onListening: () => this.#connectWindow(),
    });
  }

  #createWorkspaces(secrets: Secrets): Workspaces<MessagePortMain> {
    const { log, commandLine, locations } = this.#options;
    return new Workspaces<MessagePortMain>({
      host: electronHost({ locations, userData: this.#userData, log }),
      userData: this.#userData,
      agentName: toAgentName(getUserName()),
      xUrl: commandLine.xUrl,
      state: this.#state,
      secrets,
      log,
      tell: (event) => this.#window.tell(event),
      onReady: () => this.#connectWindow(),
      onEvent: (event) => this.#attention.hear(event),
      onLeft: () => {
        this.#attention.forget();
        this.#window.showWaiting(0);
      },
    });
  }

  #connectWindow(): void {
    const workspace = this.#workspaces.current();
    if (!workspace) return;
    this.#attention.count();
    this.#window.give(() => workspace.connect());
  }

  #apply(settings: ShellSettings): void {
    this.#look.apply();
    this.#window.tell({ name: 'settings.changed', params: { settings, language: this.#look.language() } });
  }

  #choose(command: string): void {
    this.#window.show();
    this.#window.tell({ name: 'command.chosen', params: { command } });
  }

  #notify(notice: Notice | null): void {
    if (!notice || !this.#state.get().settings.notifications || this.#window.isFocused) return;
    showNotice(notice, (id) => {
      this.#window.show();
      if (id) this.#window.tell({ name: 'conversation.chosen', params: { id } });
    });
  }
}
