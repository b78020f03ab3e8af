import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Period, periods } from './period.ts';
import { Segments } from './Segments.tsx';
import shared from './shared.module.css';

interface Props {
  readonly value: Period;
  readonly onChange: (period: Period) => void;
}

/** The period of a report. */
export function PeriodChoice({ value, onChange }: Props) {
  const { t } = useTranslation();
  const labelId = useId();
  return (
    <>
      <span id={labelId} className={shared.spoken}>
        {t('costs.period')}
      </span>
      <Segments
        labelledBy={labelId}
        value={value}
        choices={periods.map((period) => ({ value: period, label: t(`costs.periods.${period}`) }))}
        onChange={onChange}
      />
    </>
  );
}
