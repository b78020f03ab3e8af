import type { BrowserWindowConstructorOptions } from 'electron';
import { type Area, smallest } from './windowBounds.ts';

interface WindowLook {
  readonly bounds: { readonly width: number; readonly height: number } & Partial<Area>;
  readonly preload: string;
  readonly icon: string;
  readonly backgroundColor: string;
  readonly spellcheck: boolean;
}

/** The one description of a window of Perch: sandboxed, isolated, without Node, not shown until it is drawn. */
export function windowOptions(look: WindowLook): BrowserWindowConstructorOptions {
  return {
    ...look.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Perch',
    icon: look.icon,
    backgroundColor: look.backgroundColor,
    show: false,
    // The Alt key brings it; every command is in the palette too.
    autoHideMenuBar: true,
    webPreferences: {
      preload: look.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: look.spellcheck,
    },
  };
}
