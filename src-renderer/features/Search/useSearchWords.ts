import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TypedFilter } from '#shared/domain/messageQuery.ts';
import {
  type SearchFilter,
  type SearchProblem,
  searchValues,
  toSearchDay,
} from '#shared/domain/searchFilter.ts';
import { DAY_MS } from '#shared/time.ts';
import { toShownName } from '../../ui/shownName.ts';
import { toLanguageName } from '../../workspace/useFilterWords.ts';

/** Returns what puts the filters of a search, and what is wrong with them, into words. */
export function useSearchWords() {
  const { t, i18n } = useTranslation();
  const toValue = (filter: SearchFilter): string => {
    switch (filter.operator) {
      case 'from':
      case 'to':
        return filter.name.toLowerCase() === 'us' ? t('search.values.us') : `@${toShownName(filter.name)}`;
      case 'agent': {
        const name = filter.name.toLowerCase();
        return name === 'me' || name === 'nobody' ? t(`search.values.${name}`) : toShownName(filter.name);
      }
      case 'tag':
        return toShownName(filter.name);
      case 'lang':
        return toLanguageName(filter.lang, i18n.language);
      case 'status':
        return filter.value === 'snoozed' ? t('views.snoozed') : t(`status.${filter.value}`);
      case 'priority':
        return t(`priority.${filter.value}`);
      case 'kind':
      case 'has':
        return t(`search.values.${filter.value}`);
      case 'score':
        return `${filter.comparison === '=' ? '' : filter.comparison}${filter.score}`;
      default:
        return toDate(filter.date, i18n.language);
    }
  };
  const toLabel = ({ filter, isExcluded }: TypedFilter): string => {
    const label = t(`search.filters.${filter.operator}`, { value: toValue(filter) });
    return isExcluded ? t('search.filters.not', { filter: label }) : label;
  };
  return { toLabel, toSentence: (problem: SearchProblem) => toSentence(t, problem) };
}

/** The first day of a date, or the month or year that was meant. */
function toDate(date: Extract<SearchFilter, { date: unknown }>['date'], language: string): string {
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS;
  const isWhole = 'year' in date && date.day === undefined;
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(isWhole && date.month === undefined ? {} : { month: 'long' }),
    ...(isWhole ? {} : { day: 'numeric' }),
  });
  return format.format(toSearchDay(date, today) * DAY_MS);
}

function toSentence(t: TFunction, { operator, value, reason }: SearchProblem): string {
  const shown = toShownName(value);
  if (reason === 'unknown') {
    const kind = operator === 'from' || operator === 'to' ? 'person' : operator === 'agent' ? 'agent' : 'tag';
    return t(`search.problems.${kind}`, { value: shown });
  }
  return t('search.problems.leftOut', { operator, value: shown, values: toValues(t, operator) });
}

function toValues(t: TFunction, operator: SearchProblem['operator']): string {
  if (operator in searchValues) return searchValues[operator as keyof typeof searchValues].join(', ');
  if (operator === 'score') return t('search.problems.scores');
  return operator === 'lang' ? t('search.problems.langs') : t('search.problems.dates');
}
