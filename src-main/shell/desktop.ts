import { app } from 'electron';
import type { Background, Preferences } from '#shared/contract/shell.ts';
import { toQuietUntil } from '#shared/domain/quietTime.ts';
import { systemClock } from '#shared/systemClock.ts';
import { type CloseHandler, createCloseHandler } from './background/closing.ts';
import { askToKeepRunning, sayNoTray } from './background/closingQuestions.ts';
import { PerchTray } from './background/perchTray.ts';
import { createStartAtLogin, type StartAtLogin } from './background/startAtLogin.ts';
import { toStartCommand } from './background/startCommand.ts';
import { hasTrayHost } from './background/trayHost.ts';
import type { TrayActions } from './background/trayMenu.ts';
import { HIDDEN } from './commandLine.ts';
import type { Appearance } from './window/appearance.ts';
import type { PerchWindow } from './window/perchWindow.ts';

interface DesktopOptions {
  readonly assets: string;
  readonly appearance: Appearance;
  readonly preferences: () => Preferences;
  readonly setPreferences: (changes: Partial<Preferences>) => void;
  readonly window: () => PerchWindow;
  readonly isQuitting: () => boolean;
  readonly hasWorkspace: () => boolean;
  readonly actions: Pick<TrayActions, 'open' | 'showQueue' | 'poll'>;
}

/** How long the desktop has to show its tray after somebody logged in, when Perch starts hidden. */
const TRAY_WAIT_MS = 15_000;
const TRAY_POLL_MS = 1_000;

/** Perch beside its window: the tray, what closing the window does, and the start at login. */
export class Desktop {
  /** To be called when the window is about to close. */
  readonly onClose: CloseHandler;
  readonly #options: DesktopOptions;
  readonly #tray: PerchTray;
  readonly #startAtLogin: StartAtLogin;
  #waiting = 0;

  constructor(options: DesktopOptions) {
    this.#options = options;
    this.#tray = this.#createTray();
    this.onClose = this.#createCloseHandler();
    this.#startAtLogin = createStartAtLogin({
      platform: process.platform,
      items: app,
      configDir: app.getPath('appData'),
      command: toStartCommand(
        {
          isPackaged: app.isPackaged,
          appPath: app.getAppPath(),
          execPath: process.execPath,
          env: process.env,
        },
        [HIDDEN],
      ),
    });
  }

  /** Shows the icon if there is a tray. Resolves to whether there is; waits for it for a while if the window is `hidden`. */
  async showTray({ hidden }: { readonly hidden: boolean }): Promise<boolean> {
    const end = systemClock.elapsedMs() + (hidden ? TRAY_WAIT_MS : 0);
    let hasTray = await this.#hasTray();
    while (!hasTray && systemClock.elapsedMs() < end) {
      await new Promise((resolve) => void setTimeout(resolve, TRAY_POLL_MS));
      hasTray = await this.#hasTray();
    }
    if (hasTray) this.#tray.show();
    return hasTray;
  }

  setQueueCount(count: number): void {
    this.#waiting = count;
    this.#tray.update();
  }

  /** To be called after each change of the preferences or of the open workspace. */
  update(): void {
    this.#tray.update();
  }

  async background(): Promise<Background> {
    return { hasTray: await this.#hasTray(), startsAtLogin: this.#startAtLogin.isOn() };
  }

  setStartAtLogin(isOn: boolean): ReturnType<StartAtLogin['set']> {
    return this.#startAtLogin.set(isOn);
  }

  #hasTray(): Promise<boolean> {
    return hasTrayHost(process.platform, process.env);
  }

  #createTray(): PerchTray {
    const { assets, appearance, preferences, setPreferences, hasWorkspace, actions } = this.#options;
    return new PerchTray({
      assets,
      platform: process.platform,
      state: () => ({
        texts: appearance.texts(),
        language: appearance.language(),
        waiting: this.#waiting,
        quietUntil: preferences().quietUntil,
        hasWorkspace: hasWorkspace(),
        now: systemClock.now(),
      }),
      actions: {
        ...actions,
        beQuietFor: (choice) => setPreferences({ quietUntil: toQuietUntil(choice, systemClock.now()) }),
        quit: () => app.quit(),
      },
    });
  }

  #createCloseHandler(): CloseHandler {
    const { appearance, preferences, setPreferences, window, isQuitting, hasWorkspace } = this.#options;
    return createCloseHandler({
      platform: process.platform,
      isQuitting,
      hasWork: hasWorkspace,
      hasTray: () => this.#hasTray(),
      keepsRunning: () => preferences().keepRunning,
      remember: (keepRunning) => setPreferences({ keepRunning }),
      ask: () => askToKeepRunning(window().visible, appearance.texts()),
      sayNoTray: () => sayNoTray(window().visible, appearance.texts()),
      hide: () => {
        this.#tray.show();
        window().hide();
      },
      quit: () => app.quit(),
    });
  }
}
