import path from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { systemClock } from '#shared/systemClock.ts';
import { APP_START } from '../base/urls.ts';
import type { Texts } from '../locales/en.ts';
import type { StateStore } from '../preferences/stateStore.ts';
import { type FieldSpelling, openFieldMenus } from './openFieldMenus.ts';
import { createCrashHandler } from './reloadAfterCrash.ts';
import { toWindowBounds, windowOptions } from './windowOptions.ts';

export interface MainWindowOptions {
  readonly preload: string;
  readonly assets: string;
  readonly state: StateStore;
  /** The shell's texts in the current language. */
  readonly texts: () => Texts;
  /** Called whenever the page starts to load or reload; it receives no events until it has loaded. */
  readonly onLoading: () => void;
  /** Called before the window closes, which it does unless that is prevented. */
  readonly onClose: (event: { preventDefault(): void }) => void;
  /** Called when the system ends and closes the window, on Windows. */
  readonly onSystemEnd: () => void;
  readonly spelling: FieldSpelling;
  /** Called whenever the page has loaded. */
  readonly onLoaded: () => void;
}

/** The background until the page is drawn, so that a dark window does not flash white. */
const backgrounds = { light: '#ffffff', dark: '#141518' } as const;

/** Opens the window at its last position, and saves its position when it closes. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { preload, assets, state } = options;
  const saved = state.get().window;
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow(
    windowOptions({
      bounds: toWindowBounds(saved, screens),
      preload,
      icon: path.join(assets, 'icons', 'perch-256.png'),
      backgroundColor: background(),
      // On other platforms the preload has Perch's own check.
      spellcheck: process.platform === 'darwin',
    }),
  );
  if (saved?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', (event) => {
    savePlacement(window, state);
    options.onClose(event);
  });
  window.on('query-session-end', options.onSystemEnd);
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) options.onLoading();
  });
  window.webContents.on('did-finish-load', options.onLoaded);
  reloadCrashedPage(window, options.texts);
  openFieldMenus(window, options);
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

function reloadCrashedPage(window: BrowserWindow, texts: () => Texts): void {
  const onCrash = createCrashHandler({
    clock: systemClock,
    reload: () => {
      if (!window.isDestroyed()) window.webContents.reload();
    },
    confirmReload: () => confirmReload(window, texts()),
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void onCrash();
  });
}

async function confirmReload(window: BrowserWindow, texts: Texts): Promise<boolean> {
  if (window.isDestroyed()) return false;
  const { pageFell, tryAgain, leaveIt } = texts;
  const buttons = [tryAgain, leaveIt];
  const { response } = await dialog.showMessageBox(window, { type: 'error', message: pageFell, buttons });
  return response === 0;
}

function savePlacement(window: BrowserWindow, state: StateStore): void {
  state.set({ window: { ...window.getNormalBounds(), maximised: window.isMaximized() } });
}

function followTheme(window: BrowserWindow): void {
  const update = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', update);
  window.on('closed', () => nativeTheme.off('updated', update));
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light;
}
