import { IconX } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Holiday } from '#shared/domain/officeHours.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { pressedKey } from '../ui/pressedKey.ts';
import { SettingsLine } from '../ui/SettingsGroup.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './OfficeHours.module.css';

interface Props {
  readonly holidays: readonly Holiday[];
  readonly onSave: (holidays: Holiday[]) => Promise<boolean>;
}

/** The days on which the office stays closed, and a line that adds one. */
export function Holidays({ holidays, onSave }: Props) {
  const { t, i18n } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const remove = async (removed: Holiday) => {
    if (await onSave(holidays.filter((holiday) => holiday !== removed))) field.current?.focus();
  };
  return (
    <>
      <NewHoliday field={field} holidays={holidays} onSave={onSave} />
      {holidays.length > 0 && (
        <ul className={styles.holidays} aria-label={t('officeHours.holidays')}>
          {holidays.map((holiday) => (
            <li key={toKey(holiday)} className={styles.holiday}>
              <span>
                {toName(holiday, i18n.language)}
                {holiday.yearly && <span className={styles.hint}> {t('officeHours.everyYear')}</span>}
              </span>
              <IconButton
                label={t('officeHours.removeHoliday', { day: toName(holiday, i18n.language) })}
                icon={<IconX size={14} />}
                onClick={() => void remove(holiday)}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface NewProps extends Props {
  readonly field: React.RefObject<HTMLInputElement | null>;
}

function NewHoliday({ field, holidays, onSave }: NewProps) {
  const { t } = useTranslation();
  const yearlyId = useId();
  const [date, setDate] = useState('');
  const [yearly, setYearly] = useState(false);
  const isValid = Holiday.shape.date.safeParse(date).success;
  const add = async () => {
    const holiday = { date, yearly };
    const others = holidays.filter((one) => toKey(one) !== toKey(holiday));
    if (!isValid || !(await onSave([...others, holiday].sort((a, b) => compare(toKey(a), toKey(b)))))) return;
    setDate('');
    field.current?.focus();
  };
  return (
    <SettingsLine label={t('officeHours.holidays')} hint={t('officeHours.holidaysHint')}>
      {(id) => (
        <>
          <TextField
            ref={field}
            type="date"
            value={date}
            aria-labelledby={id}
            onChange={(event) => setDate(event.target.value)}
            onKeyDown={(event) => pressedKey(event) === 'Enter' && void add()}
          />
          <span id={yearlyId} className={styles.hint}>
            {t('officeHours.everyYear')}
          </span>
          <Switch labelledBy={yearlyId} checked={yearly} onChange={setYearly} />
          <Button disabled={!isValid} onClick={() => void add()}>
            {t('officeHours.addHoliday')}
          </Button>
        </>
      )}
    </SettingsLine>
  );
}

/** Yearly ones come by month and day, behind those of one year. */
const toKey = ({ date, yearly }: Holiday) => (yearly ? `x${date.slice(5)}` : date);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function toName({ date, yearly }: Holiday, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(yearly ? {} : { year: 'numeric', weekday: 'short' }),
  });
  return format.format(new Date(date));
}
