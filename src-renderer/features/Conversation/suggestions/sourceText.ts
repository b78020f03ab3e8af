import type { TFunction } from 'i18next';
import { counted } from '../../../ui/counted.ts';
import { toDayAndTime } from '../../../ui/time.ts';
import type { Suggestion } from './useSuggestions.ts';

/** Where a suggestion comes from: by whom, when, how often, and how it ended. */
export function toSourceText({ source, uses, outcome }: Suggestion, t: TFunction, language: string): string {
  const { kind, agent, at, handle } = source;
  return [
    kind === 'canned' ? t('suggestions.canned') : (agent ?? t('suggestions.elsewhere')),
    ...(handle ? [t('suggestions.to', { handle })] : []),
    ...(at === undefined ? [] : [toDayAndTime(at, language)]),
    ...(uses > 1 ? [t('suggestions.uses', counted(uses, language))] : []),
    ...(outcome ? [t(`suggestions.outcome.${outcome}`)] : []),
  ].join(' · ');
}
