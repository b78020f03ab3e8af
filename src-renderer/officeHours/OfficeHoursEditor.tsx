import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import { SettingsLine } from '../ui/SettingsGroup.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Holidays } from './Holidays.tsx';
import { TimeZone } from './TimeZone.tsx';
import { usual } from './usual.ts';
import { WeekEditor } from './WeekEditor.tsx';

interface Props {
  /** Null where all time counts. */
  readonly hours: OfficeHours | null;
  /** Saves the hours; resolves to false if that failed. */
  readonly onSave: (hours: OfficeHours | null) => Promise<boolean>;
}

/** The office hours of a workspace: whether only they count, the week, the holidays and the time zone; saves every change. */
export function OfficeHoursEditor({ hours, onSave }: Props) {
  const { t } = useTranslation();
  // Switching off by mistake loses nothing.
  const last = useRef(hours ?? usual);
  if (hours) last.current = hours;
  const change = (changed: Partial<OfficeHours>) => onSave({ ...last.current, ...changed });
  return (
    <>
      <SettingsLine label={t('officeHours.counts')} hint={t('officeHours.countsHint')}>
        {(id) => (
          <Switch
            labelledBy={id}
            checked={hours !== null}
            onChange={(checked) => void onSave(checked ? last.current : null)}
          />
        )}
      </SettingsLine>
      {hours && (
        <>
          <WeekEditor ranges={hours.ranges} onSave={(ranges) => change({ ranges })} />
          <TimeZone timeZone={hours.timeZone} onChange={(timeZone) => void change({ timeZone })} />
          <Holidays holidays={hours.holidays} onSave={(holidays) => change({ holidays })} />
        </>
      )}
    </>
  );
}
