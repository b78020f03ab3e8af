import path from 'node:path';
import { app, type BrowserWindow, type MessagePortMain, nativeImage } from 'electron';
import type { ShellEvent } from '#shared/contract/shell.ts';
import { PORT_CHANNEL } from '../ipc/channels.ts';
import { sendToWindow } from '../ipc/ipc.ts';
import { withCount } from '../locales/locales.ts';
import { type MainWindowOptions, openMainWindow, showWindow } from './mainWindow.ts';
import { toTitle } from './windowOptions.ts';

interface PerchWindowOptions extends Omit<MainWindowOptions, 'onLoading' | 'onLoaded'> {
  /** Called whenever the page has loaded or reloaded, and so needs a port to the engine. */
  readonly onLoaded: () => void;
}

/** Perch's one window, which can be closed and opened again while Perch runs. */
export class PerchWindow {
  readonly #options: PerchWindowOptions;
  #window: BrowserWindow | null = null;
  #isLoaded = false;
  #queueCount = 0;
  #unsent: ShellEvent | null = null;

  constructor(options: PerchWindowOptions) {
    this.#options = options;
  }

  /** The window while it can be seen, for a dialog on it: one on a hidden window could not be seen either. */
  get visible(): BrowserWindow | null {
    return this.#window?.isVisible() ? this.#window : null;
  }

  /** The window, also while it is hidden; null if it is closed. */
  get open(): BrowserWindow | null {
    return this.#window;
  }

  get isOpen(): boolean {
    return this.#window !== null;
  }

  get isFocused(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  /** Brings the window to the front; opens it if it is closed. */
  show(): void {
    if (this.#window) showWindow(this.#window);
    else this.#open();
  }

  /** Hides the window, whose page goes on; does nothing if it is closed. */
  hide(): void {
    this.#window?.hide();
  }

  /** Sends an event to the page; dropped if the window is closed. */
  send(event: ShellEvent): void {
    sendToWindow(this.#window?.webContents, event);
  }

  /** Sends an event to the page, once it has loaded; a later such event replaces one that still waits. */
  sendOnceLoaded(event: ShellEvent): void {
    if (this.#isLoaded) this.send(event);
    else this.#unsent = event;
  }

  /**
   * Transfers the port that `connect` creates to the page; does nothing while the page is loading, since `onLoaded`
   * follows.
   */
  sendPort(workspaceId: string, connect: () => MessagePortMain | null): void {
    if (!this.#window || !this.#isLoaded) return;
    const port = connect();
    if (port) this.#window.webContents.postMessage(PORT_CHANNEL, workspaceId, [port]);
  }

  /**
   * Shows the number of conversations in the queue in the title and the badge, also of a window that is opened later.
   */
  setQueueCount(count: number): void {
    this.#queueCount = count;
    if (this.#window) this.#showQueueCount(this.#window);
  }

  #showQueueCount(window: BrowserWindow): void {
    const count = this.#queueCount;
    window.setTitle(toTitle(count));
    if (process.platform !== 'win32') {
      app.setBadgeCount(count);
      return;
    }
    const { texts, assets } = this.#options;
    const dot = nativeImage.createFromPath(path.join(assets, 'icons', 'waiting.png'));
    window.setOverlayIcon(count > 0 ? dot : null, count > 0 ? withCount(texts().waiting, count) : '');
  }

  #open(): void {
    const window = openMainWindow({
      ...this.#options,
      onLoading: () => {
        this.#isLoaded = false;
      },
      onLoaded: () => {
        this.#isLoaded = true;
        this.#options.onLoaded();
        if (this.#unsent) this.send(this.#unsent);
        this.#unsent = null;
      },
    });
    this.#window = window;
    window.on('closed', () => {
      this.#window = null;
      this.#isLoaded = false;
    });
    this.#showQueueCount(window);
  }
}
