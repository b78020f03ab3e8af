import { app, nativeTheme } from 'electron';
import type { Language } from '#shared/contract/shell.ts';
import { toLanguage } from './language.ts';
import { showMenu } from './menu/menu.ts';
import type { StateStore } from './preferences/stateStore.ts';
import type { Words } from './words/en.ts';
import { wordsOf } from './words/words.ts';

/** How Perch looks and speaks now, as the settings say. */
export interface Look {
  language(): Language;
  /** The shell's own words in that language. */
  words(): Words;
  /** Puts on the theme and puts up the menu; called anew when the settings change. */
  apply(): void;
}

/** A look that follows `state`; `onCommand` hears what is chosen in the menu. */
export function createLook(state: StateStore, onCommand: (command: string) => void): Look {
  const language = () => toLanguage(state.get().settings.language, app.getLocale());
  const words = () => wordsOf(language());
  return {
    language,
    words,
    apply: () => {
      nativeTheme.themeSource = state.get().settings.theme;
      showMenu(words(), !app.isPackaged, onCommand);
    },
  };
}
