import { app, Menu, nativeTheme } from 'electron';
import type { Language } from '#shared/contract/shell.ts';
import type { StateStore } from '../preferences/stateStore.ts';
import type { Words } from '../words/en.ts';
import { toLanguage, wordsOf } from '../words/words.ts';
import { toMenuTemplate } from './menuTemplate.ts';

/** The language, theme and menu, as the preferences set them. */
export interface Appearance {
  language(): Language;
  /** The shell's texts in that language. */
  words(): Words;
  /** Applies the theme and builds the menu; to be called again whenever the preferences change. */
  apply(): void;
}

/**
 * The appearance that follows the preferences in `state`. `onCommand` gets the id of a command chosen in the menu.
 */
export function createAppearance(state: StateStore, onCommand: (command: string) => void): Appearance {
  const language = () => toLanguage(state.get().preferences.language, app.getLocale());
  const words = () => wordsOf(language());
  return {
    language,
    words,
    apply: () => {
      nativeTheme.themeSource = state.get().preferences.theme;
      const template = toMenuTemplate({
        words: words(),
        isMac: process.platform === 'darwin',
        hasDeveloperTools: !app.isPackaged,
        onCommand,
      });
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    },
  };
}
