import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type PeriodUnit, ResponseTimeBand, type SurveyGrouping } from '#shared/domain/surveyReport.ts';
import { toShownName } from '../../../ui/shownName.ts';

/** Returns the name of a group by its key and label. */
export function useGroupName(groupBy: SurveyGrouping): (key: string | null, label: string | null) => string {
  const { t, i18n } = useTranslation();
  return (key, label) => {
    if (key === null) return toNone(groupBy, t);
    if (label !== null) return toShownName(label);
    switch (groupBy) {
      case 'day':
      case 'week':
      case 'month':
        return toDate(key, groupBy, i18n.language);
      case 'channel':
        return t(key === 'dm' ? 'channel.dm' : 'channel.public');
      case 'responseTime':
        return t(`reports.times.${ResponseTimeBand.parse(key)}`);
      default:
        return t('reports.unknown');
    }
  };
}

function toDate(key: string, groupBy: PeriodUnit, language: string): string {
  const parts = groupBy === 'month' ? ({ year: 'numeric' } as const) : ({ day: 'numeric' } as const);
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC', ...parts }).format(
    Date.parse(key),
  );
}

function toNone(groupBy: SurveyGrouping, t: TFunction): string {
  return groupBy === 'agent' || groupBy === 'tag' || groupBy === 'responseTime' || groupBy === 'canned'
    ? t(`reports.none.${groupBy}`)
    : t('reports.unknown');
}
