import path from 'node:path';
import { app, type MessagePortMain, Notification, powerMonitor } from 'electron';
import type { Preferences, ShellEvent } from '#shared/contract/shell.ts';
import { systemClock } from '#shared/systemClock.ts';
import type { Locations } from './base/locations.ts';
import type { Log } from './base/log.ts';
import type { CommandLine } from './commandLine.ts';
import { serveWindows } from './ipc/ipc.ts';
import { askAboutReplies } from './leaving/askAboutReplies.ts';
import { mayLeaveReplies } from './leaving/leavingReplies.ts';
import { guardQuit } from './leaving/quitGuard.ts';
import type { Notice, Target } from './notifications/notice.ts';
import { createNotifier } from './notifications/notifier.ts';
import { type QueueWatcher, watchQueue } from './notifications/queueWatcher.ts';
import { toNotification } from './notifications/toNotification.ts';
import { openStateStore, type StateStore } from './preferences/stateStore.ts';
import { createStateWriter } from './preferences/stateWriter.ts';
import { electronHost } from './processes/electronHost.ts';
import { preparePages } from './protocols/pages.ts';
import { openSecrets, type Secrets } from './secrets/secrets.ts';
import { getSystemCipher } from './secrets/systemCipher.ts';
import { toShellHandlers } from './shellHandlers.ts';
import { type Appearance, createAppearance } from './window/appearance.ts';
import { PerchWindow } from './window/perchWindow.ts';
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
  });
  readonly #window: PerchWindow;
  readonly #quitGuard = guardQuit(app, () => this.#mayQuit());

  /** Opens the window, and the demo or the last open workspace. Must be called after Electron is ready. */
  static async start(options: PerchOptions): Promise<Perch> {
    const cipher = await getSystemCipher();
    const perch = new Perch(options, openSecrets(path.join(app.getPath('userData'), 'logins'), cipher));
    perch.#open();
    return perch;
  }

  private constructor(options: PerchOptions, secrets: Secrets) {
    this.#options = options;
    this.#state = openStateStore({
      dir: this.#userData,
      write: createStateWriter(this.#userData),
      log: options.log,
    });
    this.#appearance = createAppearance(this.#state, (command) => this.#sendCommand(command));
    this.#window = this.#createWindow();
    this.#workspaces = this.#createWorkspaces(secrets);
    this.#queueWatcher = watchQueue({
      clock: systemClock,
      call: (method, input) => this.#workspaces.call(method, input),
      onCount: (count) => this.#window.setQueueCount(count),
      onNotice: (notice) => this.#notify(notice),
    });
    serveWindows(
      toShellHandlers({
        workspaces: this.#workspaces,
        secrets,
        state: this.#state,
        xUrl: options.commandLine.xUrl,
        language: () => this.#appearance.language(),
        onPreferences: (preferences) => this.#applyPreferences(preferences),
      }),
    );
  }

  /** Brings the window to the front; opens it if it is closed. */
  showWindow(): void {
    this.#window.show();
  }

  /** Stops the engine; everything it has acknowledged is on disk. */
  async stop(): Promise<void> {
    this.#queueWatcher.stop();
    await this.#workspaces.quit();
  }

  /** Asks about replies that X does not have yet. */
  #mayQuit(): Promise<boolean> {
    return mayLeaveReplies({
      call: (method, input) => this.#workspaces.call(method, input),
      ask: (question) => askAboutReplies(this.#window.open, this.#appearance.texts(), question),
      sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    });
  }

  #open(): void {
    const { locations, log, commandLine } = this.#options;
    preparePages({
      root: locations.renderer,
      log,
      isAllowed: () => this.#state.get().preferences.loadMedia,
      simulatorOrigin: () => this.#workspaces.simulatorOrigin(),
      getPrivateFile: async (messageId, url) => {
        const file = await this.#workspaces.call('media.get', { messageId, url });
        return file.ok ? file.value.file : null;
      },
    });
    this.#appearance.apply();
    this.#window.show();
    powerMonitor.on('shutdown', this.#quitGuard.release);
    // The network is often back before the next poll would notice.
    powerMonitor.on('resume', () => this.#retry());
    powerMonitor.on('unlock-screen', () => this.#retry());
    const opening = commandLine.demo ? this.#workspaces.openDemo() : this.#workspaces.openLast();
    opening.catch((bug: unknown) => log('workspace.openFailed', { reason: String(bug) }));
  }

  #createWindow(): PerchWindow {
    const { preload, assets } = this.#options.locations;
    return new PerchWindow({
      preload,
      assets,
      state: this.#state,
      texts: () => this.#appearance.texts(),
      onClose: (event) => {
        // On macOS Perch goes on without a window.
        if (process.platform !== 'darwin') this.#quitGuard.onClose(event);
      },
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
      secrets,
      log,
      send: (event) => this.#sendToWindow(event),
      onReady: () => this.#connectWindow(),
      onEvent: (event) => this.#queueWatcher.handleEvent(event),
      onClosed: () => {
        this.#queueWatcher.reset();
        this.#window.setQueueCount(0);
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
    this.#queueWatcher.count();
    this.#window.sendPort(workspace.id, () => workspace.connect());
  }

  #applyPreferences(preferences: Preferences): void {
    this.#appearance.apply();
    this.#window.send({
      name: 'preferences.changed',
      params: { preferences, language: this.#appearance.language() },
    });
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
    if (event.name === 'engine.stopped' && !event.params.restarting) this.#notify({ kind: 'engineStopped' });
  }

  #notify(notice: Notice): void {
    if (!this.#state.get().preferences.notifications || this.#window.isFocused) return;
    const content = toNotification(notice, this.#appearance.texts());
    const workspaceId = this.#workspaces.current()?.id;
    if (!content || workspaceId === undefined) return;
    this.#notifier.show(content, () => void this.#follow(workspaceId, content.target));
  }

  /** Shows what a notification was about, in its own workspace. */
  async #follow(workspaceId: string, target: Target): Promise<void> {
    this.#window.show();
    if (this.#workspaces.current()?.id !== workspaceId) await this.#workspaces.openKnown(workspaceId);
    if (this.#workspaces.current()?.id === workspaceId)
      this.#window.sendOnceLoaded(toChosen(workspaceId, target));
  }
}

function toChosen(workspaceId: string, target: Target): ShellEvent {
  return target.kind === 'conversation'
    ? { name: 'conversation.chosen', params: { workspaceId, id: target.id } }
    : { name: 'screen.chosen', params: { workspaceId, screen: target.screen } };
}
