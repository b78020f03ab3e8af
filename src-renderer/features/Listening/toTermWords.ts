import type { TFunction } from 'i18next';
import type { SearchTerms } from '#shared/domain/savedSearch.ts';

/** What a search looks for, in the words of its form. */
export function toTermWords({ lang, ...lists }: SearchTerms, t: TFunction, language: string): string[] {
  const line = (label: string, value: string) => t('labelled', { label, value });
  const fields = [
    [t('listening.form.all'), lists.all],
    [t('listening.form.any'), lists.any],
    [t('listening.form.phrases'), lists.phrases],
    [t('listening.form.hashtags'), lists.hashtags.map((tag) => `#${tag}`)],
    [t('listening.form.none'), lists.none],
  ] as const;
  const named = lang === null ? undefined : new Intl.DisplayNames(language, { type: 'language' }).of(lang);
  return [
    ...fields.filter(([, words]) => words.length > 0).map(([label, words]) => line(label, words.join(', '))),
    ...(named === undefined ? [] : [line(t('listening.form.lang'), named)]),
  ];
}
