import { type BrowserWindow, type ContextMenuParams, Menu } from 'electron';
import type { Texts } from '../locales/en.ts';
import { type Misspelling, toFieldMenu } from './fieldMenu.ts';

/** What the menu of a field needs for a misspelled word. */
export interface FieldSpelling {
  /** Resolves to what was probably meant, best first; never rejects. */
  suggest(word: string): Promise<readonly string[]>;
  add(word: string): void;
}

interface FieldMenuOptions {
  /** The shell's texts in the current language. */
  readonly texts: () => Texts;
  readonly spelling: FieldSpelling;
}

/** Opens the menu of a text field on a right click or the Menu key, unless the page has a menu of its own there. */
export function openFieldMenus(window: BrowserWindow, { texts, spelling }: FieldMenuOptions): void {
  window.webContents.on('context-menu', async (_event, params) => {
    const misspelling = await toMisspelling(window, params, spelling);
    if (window.isDestroyed()) return;
    const items = toFieldMenu(params, texts(), misspelling);
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window, x: params.x, y: params.y });
  });
}

/** The misspelled word under the menu; undefined if there is none. On macOS it is the system that knows it. */
async function toMisspelling(
  window: BrowserWindow,
  { misspelledWord, dictionarySuggestions, isEditable }: ContextMenuParams,
  spelling: FieldSpelling,
): Promise<Misspelling | undefined> {
  if (misspelledWord === '' || !isEditable) return undefined;
  const isMac = process.platform === 'darwin';
  const { webContents } = window;
  return {
    suggestions: isMac ? dictionarySuggestions : await spelling.suggest(misspelledWord),
    replace: (suggestion) => webContents.replaceMisspelling(suggestion),
    addToDictionary: () => {
      if (isMac) webContents.session.addWordToSpellCheckerDictionary(misspelledWord);
      else spelling.add(misspelledWord);
    },
  };
}
