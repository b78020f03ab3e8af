import { Menu } from 'electron';
import type { Words } from '../words/en.ts';
import { toMenuTemplate } from './menuTemplate.ts';

/** Puts up the native menu in a language; called anew when the language changes. */
export function showMenu(words: Words, isDeveloped: boolean, onCommand: (command: string) => void): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(Menu.buildFromTemplate(toMenuTemplate({ words, isMac, isDeveloped, onCommand })));
}
