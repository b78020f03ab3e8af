import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseReport, useReportChoice } from '../../state/report.ts';
import keyFigures from '../../ui/Figures.module.css';
import { TextField } from '../../ui/TextField.tsx';
import { toDateAndTime, toWholeDay } from '../../ui/time.ts';
import styles from './base/Reports.module.css';
import type { DateProblem } from './base/reportPeriod.ts';

/** The days of a report as somebody types them, the time up to which everything counts, and what is wrong with them. */
export function OwnDates({ problem }: { readonly problem: DateProblem | null }) {
  const { t } = useTranslation();
  const part = useReportChoice((choice) => choice.part);
  const hint = part === 'work' ? 'workReport.datesHint' : 'reports.dates.hint';
  return (
    <fieldset className={styles.dates} aria-label={t('reports.periods.own')}>
      <DateField name="from" type="date" />
      <DateField name="to" type="date" />
      <DateField name="asKnownOn" type="datetime-local" />
      <p className={keyFigures.small} role={problem ? 'alert' : undefined} data-problem={problem}>
        {t(problem ? `reports.dates.problems.${problem}` : hint)}
      </p>
    </fieldset>
  );
}

interface FieldProps {
  readonly name: 'from' | 'to' | 'asKnownOn';
  readonly type: 'date' | 'datetime-local';
}

/** A date, and below it the same in the language of the window: the field itself has the order of day and month of the system. */
function DateField({ name, type }: FieldProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const value = useReportChoice((choice) => choice[name]);
  return (
    <div className={styles.date}>
      <label htmlFor={id}>{t(`reports.dates.${name}`)}</label>
      <TextField
        id={id}
        type={type}
        value={value}
        aria-describedby={`${id}-words`}
        onChange={({ target }) => chooseReport({ [name]: target.value })}
      />
      <span id={`${id}-words`} className={styles.words}>
        {toWords(value, type, i18n.language)}
      </span>
    </div>
  );
}

function toWords(value: string, type: FieldProps['type'], language: string): string {
  const at = new Date(type === 'date' ? `${value}T00:00` : value).getTime();
  if (Number.isNaN(at)) return '';
  return type === 'date' ? toWholeDay(at, language) : toDateAndTime(at, language);
}
