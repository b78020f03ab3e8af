import { useTranslation } from 'react-i18next';

/** The columns at the end of every table of costs. */
export function useFigureColumns() {
  const { t } = useTranslation();
  return [
    { label: t('costs.calls'), look: 'figure' },
    { label: t('costs.items'), look: 'figure' },
    { label: t('costs.sum'), look: 'figure' },
  ] as const;
}
