import type { BrowserWindow, MessagePortMain } from 'electron';
import type { ShellEvent } from '#shared/contract/shell.ts';
import { PORT_CHANNEL } from '../ipc/channels.ts';
import { tellWindow } from '../ipc/ipc.ts';
import { showWaiting } from './badge.ts';
import { type MainWindowOptions, openMainWindow, showWindow } from './mainWindow.ts';

interface PerchWindowOptions extends Omit<MainWindowOptions, 'onLoading' | 'onLoaded'> {
  /** The page listens, at first or anew: it wants a port to the engine. */
  readonly onListening: () => void;
}

/** Perch's one window, which may be closed and opened again while Perch runs. */
export class PerchWindow {
  readonly #options: PerchWindowOptions;
  #window: BrowserWindow | null = null;
  #isListening = false;
  #waiting = 0;

  constructor(options: PerchWindowOptions) {
    this.#options = options;
  }

  get isFocused(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  /** Brings it to the front; opens it where it is closed. */
  show(): void {
    if (this.#window) showWindow(this.#window);
    else this.#open();
  }

  /** Tells the page something; where there is none, nobody hears it. */
  tell(event: ShellEvent): void {
    tellWindow(this.#window?.webContents, event);
  }

  /**
   * Hands the page the port that `connect` makes to the engine of a workspace. A page that still loads gets its port by
   * `onListening`.
   */
  give(workspaceId: string, connect: () => MessagePortMain | null): void {
    if (!this.#window || !this.#isListening) return;
    const port = connect();
    if (port) this.#window.webContents.postMessage(PORT_CHANNEL, workspaceId, [port]);
  }

  /** Shows how many people wait for an answer, also in a window that is opened later. */
  showWaiting(count: number): void {
    this.#waiting = count;
    if (this.#window) showWaiting(this.#window, count, this.#options.words(), this.#options.assets);
  }

  #open(): void {
    const window = openMainWindow({
      ...this.#options,
      onLoading: () => {
        this.#isListening = false;
      },
      onLoaded: () => {
        this.#isListening = true;
        this.#options.onListening();
      },
    });
    this.#window = window;
    window.on('closed', () => {
      this.#window = null;
      this.#isListening = false;
    });
    this.showWaiting(this.#waiting);
  }
}
