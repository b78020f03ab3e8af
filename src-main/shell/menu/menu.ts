import { Menu } from 'electron';
import { toMenuTemplate } from '../window/menuTemplate.ts';
import type { Words } from '../words/en.ts';

/** Puts up the native menu in a language; called anew when the language changes. */
export function showMenu(words: Words, isDeveloped: boolean, onCommand: (command: string) => void): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(Menu.buildFromTemplate(toMenuTemplate({ words, isMac, isDeveloped, onCommand })));
}
