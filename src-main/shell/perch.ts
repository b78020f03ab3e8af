import path from 'node:path';
import { app, type MessagePortMain, Notification, powerMonitor } from 'electron';
import type { Preferences, ShellEvent } from '#shared/contract/shell.ts';
import { systemClock } from '#shared/systemClock.ts';
import type { Locations } from './base/locations.ts';
import type { Log } from './base/log.ts';
import type { CommandLine } from './commandLine.ts';
import { Desktop } from './desktop.ts';
import { serveWindows } from './ipc/ipc.ts';
import { askAboutReplies, showSending } from './leaving/askAboutReplies.ts';
import { mayLeaveReplies, type Occasion } from './leaving/leavingReplies.ts';
import { guardQuit } from './leaving/quitGuard.ts';
import { createAnnouncer } from './notifications/announcer.ts';
import type { Target } from './notifications/notice.ts';
import { createNotifier } from './notifications/notifier.ts';
import { type QueueWatcher, watchQueue } from './notifications/queueWatcher.ts';
import { toChosen } from './notifications/toChosen.ts';
import type { NotificationContent } from './notifications/toNotification.ts';
import { openStateStore, type StateStore } from './preferences/stateStore.ts';
import { createStateWriter } from './preferences/stateWriter.ts';
import { electronHost } from './processes/electronHost.ts';
import { getPictureCache, type Pages, preparePages } from './protocols/pages.ts';
import { openSecrets, type Secrets } from './secrets/secrets.ts';
import { getSystemCipher } from './secrets/systemCipher.ts';
import { toShellHandlers } from './shellHandlers.ts';
import type { Spelling } from './spelling/spelling.ts';
import { startSpelling } from './spelling/startSpelling.ts';
import { type Appearance, createAppearance } from './window/appearance.ts';
import { PerchWindow } from './window/perchWindow.ts';
import { finishRemovals } from './workspaces/removeAccount.ts';
import { DEMO_ID, getDefaultAgentName, workspaceDir } from './workspaces/workspacePlan.ts';
import { Workspaces } from './workspaces/workspaces.ts';

interface PerchOptions {
  readonly commandLine: CommandLine;
  readonly locations: Locations;
  readonly log: Log;
}

/** The running application: creates its parts, and connects the window, the workspaces and the notifications. */
export class Perch {
  readonly #options: PerchOptions;
  readonly #userData = app.getPath('userData');
  readonly #state: StateStore;
  readonly #appearance: Appearance;
  readonly #workspaces: Workspaces<MessagePortMain>;
  readonly #queueWatcher: QueueWatcher;
  readonly #notifier = createNotifier({
    platform: process.platform,
    create: (content) => (Notification.isSupported() ? new Notification(content) : null),
    // Where there is a page, it makes the sound.
    isSilent: () => !this.#state.get().preferences.sound || this.#window.isOpen,
  });
  readonly #announcer = createAnnouncer({
    clock: systemClock,
    preferences: () => this.#state.get().preferences,
    texts: () => this.#appearance.texts(),
    isFocused: () => this.#window.isFocused,
    show: (content) => this.#showNotification(content),
    playSound: () => this.#window.send({ name: 'sound.wanted', params: {} }),
    onQuietOver: () => void this.#setPreferences({ quietUntil: null }),
  });
  readonly #spelling: Spelling;
  readonly #pages: Pages;
  readonly #window: PerchWindow;
  readonly #desktop: Desktop;
  readonly #quitGuard = guardQuit(app, () => this.#mayLeave('quit'));

  /** Opens the window, and the demo or the last open workspace. Must be called after Electron is ready. */
  static async start(options: PerchOptions): Promise<Perch> {
    const cipher = await getSystemCipher();
    const perch = new Perch(options, openSecrets(path.join(app.getPath('userData'), 'logins'), cipher));
    perch.#open();
    return perch;
  }

  private constructor(options: PerchOptions, secrets: Secrets) {
    this.#options = options;
    const dir = this.#userData;
    this.#state = openStateStore({ dir, write: createStateWriter(dir), log: options.log });
    this.#appearance = createAppearance(this.#state, (command) => this.#sendCommand(command));
    this.#spelling = startSpelling({
      ...options,
      preferences: () => this.#state.get().preferences,
      setOwnWords: (ownWords) => void this.#setPreferences({ ownWords }),
    });
    this.#window = this.#createWindow();
    this.#desktop = this.#createDesktop();
    this.#workspaces = this.#createWorkspaces(secrets);
    this.#queueWatcher = watchQueue({
      clock: systemClock,
      call: (method, input) => this.#workspaces.call(method, input),
      onCount: (count) => this.#setQueueCount(count),
      onNotice: this.#announcer.announce,
    });
    this.#pages = this.#servePages();
    serveWindows(
      toShellHandlers({
        workspaces: this.#workspaces,
        secrets,
        state: this.#state,
        xUrl: options.commandLine.xUrl,
        window: () => this.#window.visible,
        openWindow: () => this.#window.open,
        language: () => this.#appearance.language(),
        setPreferences: (changes) => this.#setPreferences(changes),
        mayLeave: () => this.#mayLeave('switch'),
        ...this.#pages,
        desktop: this.#desktop,
        spelling: this.#spelling,
      }),
    );
  }

  /** Brings the window to the front; opens it if it is closed. */
  showWindow(): void {
    this.#window.show();
  }

  /** Quits without a question, since whoever ends the process waits for nobody. What is held goes out at the next start. */
  quitAtOnce(): void {
    this.#quitGuard.release();
    app.quit();
  }

  /** Stops the engine; everything it has acknowledged is on disk. */
  async stop(): Promise<void> {
    this.#queueWatcher.stop();
    await Promise.all([this.#workspaces.quit(), this.#pages.requests.saved()]);
  }

  /** Asks about replies that X does not have yet. */
  async #mayLeave(occasion: Occasion): Promise<boolean> {
    if (this.#workspaces.isReadOnly()) return true;
    const texts = this.#appearance.texts();
    return await mayLeaveReplies({
      occasion,
      call: (method, input) => this.#workspaces.call(method, input),
      ask: (question) => askAboutReplies(this.#window.visible, texts, question),
      showProgress: (count) => showSending(this.#window.visible, texts, count, occasion),
      sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    });
  }

  #servePages(): Pages {
    return preparePages({
      root: this.#options.locations.renderer,
      log: this.#options.log,
      isAllowed: () => this.#state.get().preferences.loadMedia,
      mayFetch: () => !this.#workspaces.isReadOnly(),
      simulatorOrigin: () => this.#workspaces.simulatorOrigin(),
      getPrivateFile: async (messageId, url) => {
        const method = this.#workspaces.isReadOnly() ? 'media.stored' : 'media.get';
        const file = await this.#workspaces.call(method, { messageId, url });
        return file.ok ? file.value.file : null;
      },
    });
  }

  #open(): void {
    const { log, commandLine } = this.#options;
    void finishRemovals(this.#userData, getPictureCache(), log);
    this.#appearance.apply();
    this.#announcer.update();
    void this.#showSomething(commandLine.hidden);
    powerMonitor.on('shutdown', this.#quitGuard.release);
    // The network is often back before the next poll would notice.
    powerMonitor.on('resume', () => this.#retry());
    powerMonitor.on('unlock-screen', () => this.#retry());
    const opening = commandLine.demo ? this.#workspaces.openDemo() : this.#workspaces.openLast();
    opening.catch((bug: unknown) => log('workspace.openFailed', { reason: String(bug) }));
  }

  /** Shows the tray, and the window unless that is to be hidden and the tray is there. */
  async #showSomething(hidden: boolean): Promise<void> {
    if (!hidden) this.#window.show();
    const hasTray = await this.#desktop.showTray({ hidden });
    if (hidden && !hasTray) this.#window.show();
  }

  #createDesktop(): Desktop {
    return new Desktop({
      assets: this.#options.locations.assets,
      appearance: this.#appearance,
      preferences: () => this.#state.get().preferences,
      setPreferences: (changes) => void this.#setPreferences(changes),
      window: () => this.#window,
      isQuitting: () => this.#quitGuard.isReleased,
      hasWorkspace: () => this.#workspaces.current() !== null,
      actions: {
        open: () => this.#window.show(),
        showQueue: () => this.#showTarget({ kind: 'screen', screen: 'queue' }),
        poll: () => void this.#workspaces.call('capture.pollNow', {}),
      },
    });
  }

  #createWindow(): PerchWindow {
    const { preload, assets } = this.#options.locations;
    return new PerchWindow({
      preload,
      assets,
      state: this.#state,
      texts: () => this.#appearance.texts(),
      spelling: this.#spelling,
      onClose: (event) => this.#desktop.onClose(event),
      onSystemEnd: this.#quitGuard.release,
      onLoaded: () => this.#connectWindow(),
    });
  }

  #createWorkspaces(secrets: Secrets): Workspaces<MessagePortMain> {
    const { log, commandLine, locations } = this.#options;
    const simulatorState = path.join(workspaceDir(this.#userData, DEMO_ID), 'simulator.json');
    return new Workspaces<MessagePortMain>({
      host: electronHost({ locations, simulatorState, log }),
      userData: this.#userData,
      agentName: getDefaultAgentName(),
      xUrl: commandLine.xUrl,
      state: this.#state,
      cacheDir: getPictureCache(),
      secrets,
      log,
      send: (event) => this.#sendToWindow(event),
      onReady: () => this.#connectWindow(),
      onEvent: (event) => this.#queueWatcher.handleEvent(event),
      onClosed: () => {
        this.#queueWatcher.reset();
        this.#setQueueCount(0);
      },
    });
  }

  /**
   * Gives the window a port to the engine. Called when the page has loaded and when the engine is ready; the later
   * one succeeds.
   */
  #connectWindow(): void {
    const workspace = this.#workspaces.current();
    if (!workspace) return;
    if (!this.#workspaces.isReadOnly()) this.#queueWatcher.count();
    this.#window.sendPort(workspace.id, () => workspace.connect());
  }

  #setPreferences(changes: Partial<Preferences>): Preferences {
    const preferences = { ...this.#state.get().preferences, ...changes };
    this.#state.set({ preferences });
    this.#appearance.apply();
    this.#window.send({
      name: 'preferences.changed',
      params: { preferences, language: this.#appearance.language() },
    });
    this.#desktop.update();
    this.#announcer.update();
    return preferences;
  }

  #setQueueCount(count: number): void {
    this.#window.setQueueCount(count);
    this.#desktop.setQueueCount(count);
  }

  #retry(): void {
    if (this.#workspaces.current()) void this.#workspaces.call('capture.networkChanged', { isOnline: true });
  }

  #sendCommand(command: string): void {
    this.#window.show();
    this.#window.send({ name: 'command.chosen', params: { command } });
  }

  #sendToWindow(event: ShellEvent): void {
    this.#window.send(event);
    if (event.name === 'engine.stopped' && !event.params.restarting)
      this.#announcer.announce({ kind: 'engineStopped' });
    if (event.name === 'workspace.changed') this.#desktop.update();
  }

  #showNotification(content: NotificationContent): void {
    const workspaceId = this.#workspaces.current()?.id;
    if (workspaceId === undefined) return;
    this.#notifier.show(content, () => void this.#follow(workspaceId, content.target));
  }

  /** Shows what a notification was about, in its own workspace. */
  async #follow(workspaceId: string, target: Target): Promise<void> {
    this.#window.show();
    if (this.#workspaces.current()?.id !== workspaceId) {
      if (!(await this.#mayLeave('switch'))) return;
      await this.#workspaces.openKnown(workspaceId);
    }
    if (this.#workspaces.current()?.id === workspaceId) this.#showTarget(target);
  }

  #showTarget(target: Target): void {
    const workspaceId = this.#workspaces.current()?.id;
    this.#window.show();
    if (workspaceId !== undefined) this.#window.sendOnceLoaded(toChosen(workspaceId, target));
  }
}
