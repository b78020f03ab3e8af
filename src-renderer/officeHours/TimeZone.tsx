import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isKnownTimeZone } from '#shared/domain/officeHours.ts';
import { Select } from '../ui/Select.tsx';
import { SettingsLine } from '../ui/SettingsGroup.tsx';

interface Props {
  /** Null for that of the computer. */
  readonly timeZone: string | null;
  readonly onChange: (timeZone: string | null) => void;
}

const own = 'own';

/** The time zone of the office hours. */
export function TimeZone({ timeZone, onChange }: Props) {
  const { t } = useTranslation();
  const isUnknown = timeZone !== null && !isKnownTimeZone(timeZone);
  const zones = useMemo(
    () =>
      [...new Set([...Intl.supportedValuesOf('timeZone'), ...(timeZone === null ? [] : [timeZone])])].sort(),
    [timeZone],
  );
  const here = toLabel(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <SettingsLine
      label={t('officeHours.timeZone')}
      hint={isUnknown ? t('officeHours.unknownZone', { zone: timeZone }) : t('officeHours.timeZoneHint')}
    >
      {(id) => (
        <Select
          labelledBy={id}
          value={timeZone ?? own}
          choices={[
            { value: own, label: t('officeHours.ownZone', { zone: here }) },
            ...zones.map((zone) => ({ value: zone, label: toLabel(zone) })),
          ]}
          onChange={(value) => onChange(value === own ? null : value)}
        />
      )}
    </SettingsLine>
  );
}

const toLabel = (zone: string) => zone.replaceAll('_', ' ');
