import { useTranslation } from 'react-i18next';
import { Named } from './Named.tsx';
import { type Period, periods } from './period.ts';
import { Segments } from './Segments.tsx';

interface Props {
  readonly value: Period;
  readonly onChange: (period: Period) => void;
}

/** The period of a report. */
export function PeriodChoice({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Named label={t('costs.period')}>
      {(id) => (
        <Segments
          labelledBy={id}
          value={value}
          choices={periods.map((period) => ({ value: period, label: t(`costs.periods.${period}`) }))}
          onChange={onChange}
        />
      )}
    </Named>
  );
}
