import { type ReactNode, useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { useShellState } from '../shell/ShellProvider.tsx';
import { createI18n } from './i18n.ts';

/** Applies the language and the theme of the settings, also to the root element. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const { language, preferences } = useShellState();
  const [words] = useState(() => createI18n(language));
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = 'ltr';
    void words.changeLanguage(language);
  }, [language, words]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (preferences.theme === 'system') delete dataset.theme;
    else dataset.theme = preferences.theme;
  }, [preferences.theme]);
  return <I18nextProvider i18n={words}>{children}</I18nextProvider>;
}
