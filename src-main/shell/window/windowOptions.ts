import type { BrowserWindowConstructorOptions } from 'electron';
import type { WindowPlacement } from '../preferences/storedState.ts';

/** A rectangle on the screen, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The size of a window, and its position unless it is to be centred. */
type WindowBounds = { readonly width: number; readonly height: number } & Partial<Area>;

/** The smallest size at which every pane fits. */
const minSize = { width: 960, height: 600 } as const;
const defaultSize = { width: 1_280, height: 800 } as const;

/** How much of the title bar must be on a screen, so that the window can be dragged. */
const VISIBLE_BAR = { width: 120, height: 40 } as const;

interface WindowSpec {
  readonly bounds: WindowBounds;
  readonly preload: string;
  readonly icon: string;
  readonly backgroundColor: string;
  readonly spellcheck: boolean;
}

/** The options of every window of Perch: sandboxed, isolated, without Node, hidden until it is drawn. */
export function windowOptions(spec: WindowSpec): BrowserWindowConstructorOptions {
  return {
    ...spec.bounds,
    minWidth: minSize.width,
    minHeight: minSize.height,
    title: 'Perch',
    icon: spec.icon,
    backgroundColor: spec.backgroundColor,
    show: false,
    // The Alt key shows it; the command palette has every command too.
    autoHideMenuBar: true,
    webPreferences: {
      preload: spec.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      // The pickers for files and folders of the person.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      spellcheck: spec.spellcheck,
      // The sound for new conversations must not wait for a click.
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}

/**
 * Where to open the window: at its saved position if that is still on a screen, otherwise centred. It is at most as large
 * as the screen, but not below the minimum size.
 */
export function toWindowBounds(saved: WindowPlacement | null, screens: readonly Area[]): WindowBounds {
  if (!saved) return defaultSize;
  const screen = screens.find((area) => isReachable(saved, area));
  const available = screen ?? screens[0] ?? defaultSize;
  const width = Math.max(minSize.width, Math.min(saved.width, available.width));
  const height = Math.max(minSize.height, Math.min(saved.height, available.height));
  return screen ? { x: saved.x, y: saved.y, width, height } : { width, height };
}

/** The window's title, with the number of conversations in the queue unless it is 0. */
export function toTitle(queueCount: number): string {
  return queueCount > 0 ? `(${queueCount}) Perch` : 'Perch';
}

function isReachable(window: Area, screen: Area): boolean {
  const visibleWidth =
    Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const isBarVisible = window.y >= screen.y && window.y + VISIBLE_BAR.height <= screen.y + screen.height;
  return isBarVisible && visibleWidth >= VISIBLE_BAR.width;
}
