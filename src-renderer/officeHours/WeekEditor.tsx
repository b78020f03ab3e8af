import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { findProblem, type OpeningRange } from '#shared/domain/officeHours.ts';
import { AutoSaveField } from '../ui/AutoSaveField.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './OfficeHours.module.css';
import { readDay, toDayText } from './readDay.ts';
import { toRanges, toWeek, type Week } from './week.ts';
import { listWeekdays, toWeekdayName } from './weekdays.ts';

interface Props {
  readonly ranges: readonly OpeningRange[];
  readonly onSave: (ranges: OpeningRange[]) => Promise<boolean>;
}

const MONDAY = 1;
const weekdays = [2, 3, 4, 5] as const;

/** One field for each day of the week, in the order of the region, with the hours as text. */
export function WeekEditor({ ranges, onSave }: Props) {
  const { t, i18n } = useTranslation();
  const hintId = useId();
  const week = toWeek(ranges);
  const textOf = (day: number) => toDayText(week.get(day) ?? []);
  const copied = new Map([...week, ...weekdays.map((day) => [day, week.get(MONDAY) ?? []] as const)]);
  const canCopy =
    textOf(MONDAY) !== '' &&
    weekdays.some((day) => textOf(day) !== textOf(MONDAY)) &&
    !findProblem(toRanges(copied));
  return (
    <fieldset className={styles.week} aria-describedby={hintId}>
      <legend className={styles.legend}>{t('officeHours.week')}</legend>
      {listWeekdays(i18n.language).map((day) => (
        <DayLine key={day} day={day} week={week} onSave={onSave} />
      ))}
      <div className={styles.foot}>
        <span id={hintId} className={styles.hint}>
          {ranges.length > 0 ? t('officeHours.weekHint') : t('officeHours.emptyWeek')}
        </span>
        {canCopy && (
          <Button size="small" className={styles.copy} onClick={() => void onSave(toRanges(copied))}>
            {t('officeHours.copyMonday')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface DayProps extends Pick<Props, 'onSave'> {
  readonly day: number;
  readonly week: Week;
}

function DayLine({ day, week, onSave }: DayProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const value = toDayText(week.get(day) ?? []);
  const read = (text: string) => {
    const hours = readDay(text);
    return hours && toRanges(new Map([...week, [day, hours]]));
  };
  const isValid = (text: string) => {
    const ranges = read(text);
    return ranges !== null && !findProblem(ranges);
  };
  return (
    <div className={styles.day}>
      <span id={id} className={styles.dayName}>
        {toWeekdayName(day, i18n.language)}
      </span>
      <AutoSaveField
        labelledBy={id}
        value={value}
        placeholder={t('officeHours.closed')}
        advice={(text) => t(read(text) ? 'officeHours.overlaps' : 'officeHours.notUnderstood')}
        isValid={isValid}
        // The same hours in other words are shown in the usual ones.
        onSave={async (text) => toDayText(readDay(text) ?? []) !== value && (await onSave(read(text) ?? []))}
      />
    </div>
  );
}
