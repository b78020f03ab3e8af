import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/domain/language.ts';
import { en } from '../locales/en.ts';
import { fr } from '../locales/fr.ts';
import { nl } from '../locales/nl.ts';
import { oneStop } from './oneStop.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Creates the translations, loaded synchronously. */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance
    .use(initReactI18next)
    .use(oneStop)
    .init({
      lng: language,
      fallbackLng: 'en',
      resources: {
        en: { translation: en },
        nl: { translation: nl },
        fr: { translation: fr },
      },
      interpolation: { escapeValue: false },
      postProcess: [oneStop.name],
      initAsync: false,
    });
  return instance;
}
