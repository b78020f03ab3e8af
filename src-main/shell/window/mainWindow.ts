import path from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { StateStore } from '../preferences/stateStore.ts';
import { APP_START } from '../protocols/schemes.ts';
import { systemClock } from '../systemClock.ts';
import type { Words } from '../words/en.ts';
import { reloadAfterFall } from './reloadAfterFall.ts';
import { toWindowBounds } from './windowBounds.ts';
import { windowOptions } from './windowOptions.ts';

export interface MainWindowOptions {
  readonly preload: string;
  readonly assets: string;
  readonly state: StateStore;
  /** The shell's words in the language that is spoken now. */
  readonly words: () => Words;
  /** Called whenever the page begins to be loaded, also anew; from then on it hears nothing. */
  readonly onLoading: () => void;
  /** Called each time the page has been loaded and listens. */
  readonly onLoaded: () => void;
}

/** Behind the page until it is drawn, so that no theme flashes. */
const backgrounds = { light: '#ffffff', dark: '#141518' } as const;

/** Opens the window where it was last, and remembers where it goes. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { preload, assets, state } = options;
  const kept = state.get().window;
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow(
    windowOptions({
      bounds: toWindowBounds(kept, screens),
      preload,
      icon: path.join(assets, 'icons', 'perch-256.png'),
      backgroundColor: background(),
      // Elsewhere Chromium would fetch its dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    }),
  );
  if (kept?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => keepPlace(window, state));
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) options.onLoading();
  });
  window.webContents.on('did-finish-load', options.onLoaded);
  keepPageAlive(window, options.words);
  followTheme(window);
  void window.loadURL(APP_START);
  return window;
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function keepPageAlive(window: BrowserWindow, words: () => Words): void {
  const fall = reloadAfterFall({
    clock: systemClock,
    reload: () => {
      if (!window.isDestroyed()) window.webContents.reload();
    },
    ask: () => askToTryAgain(window, words()),
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void fall();
  });
}

async function askToTryAgain(window: BrowserWindow, words: Words): Promise<boolean> {
  if (window.isDestroyed()) return false;
  const { pageFell, tryAgain, leaveIt } = words;
  const buttons = [tryAgain, leaveIt];
  const { response } = await dialog.showMessageBox(window, { type: 'error', message: pageFell, buttons });
  return response === 0;
}

function keepPlace(window: BrowserWindow, state: StateStore): void {
  state.set({ window: { ...window.getNormalBounds(), maximised: window.isMaximized() } });
}

function followTheme(window: BrowserWindow): void {
  const follow = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', follow);
  window.on('closed', () => nativeTheme.off('updated', follow));
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light;
}
