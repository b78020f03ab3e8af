import { app, Menu, nativeTheme } from 'electron';
import type { Language } from '#shared/domain/language.ts';
import type { Texts } from '../locales/en.ts';
import { textsOf, toLanguage } from '../locales/locales.ts';
import type { StateStore } from '../preferences/stateStore.ts';
import { toMenuTemplate } from './menuTemplate.ts';

/** The language, theme and menu, as the preferences set them. */
export interface Appearance {
  language(): Language;
  /** The shell's texts in that language. */
  texts(): Texts;
  /** Applies the theme and builds the menu; to be called again whenever the preferences change. */
  apply(): void;
}

/**
 * The appearance that follows the preferences in `state`. `onCommand` gets the id of a command chosen in the menu.
 */
export function createAppearance(state: StateStore, onCommand: (command: string) => void): Appearance {
  const language = () => toLanguage(state.get().preferences.language, app.getLocale());
  const texts = () => textsOf(language());
  return {
    language,
    texts,
    apply: () => {
      nativeTheme.themeSource = state.get().preferences.theme;
      const template = toMenuTemplate({
        texts: texts(),
        isMac: process.platform === 'darwin',
        hasDeveloperTools: !app.isPackaged,
        shortcuts: state.get().preferences.shortcuts,
        onCommand,
      });
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    },
  };
}
