import { useTranslation } from 'react-i18next';

/** Languages that X tells apart and that are looked for most. */
const languages = ['nl', 'fr', 'en', 'de', 'es', 'it', 'pt', 'pl', 'tr', 'ar', 'ja'] as const;

/** The languages a search can be limited to, by their names; the empty value stands for all. */
export function useLanguageChoices(): readonly { readonly value: string; readonly label: string }[] {
  const { t, i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  return [
    { value: '', label: t('listening.form.anyLang') },
    ...languages.map((value) => ({ value, label: names.of(value) ?? value })),
  ];
}
