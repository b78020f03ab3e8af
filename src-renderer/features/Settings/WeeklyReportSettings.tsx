import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { HOUR_MS } from '#shared/time.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { listWeekdays, toWeekdayName } from '../../officeHours/weekdays.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toDayAndTime, toRegion } from '../../ui/time.ts';
import { FolderLine } from './FolderLine.tsx';

type Settings = EngineOutput<'weeklyReport.get'>;

interface Props {
  readonly settings: Settings;
  readonly save: (change: Partial<Pick<Settings, 'folder' | 'weekday' | 'hour'>>) => Promise<boolean>;
}

/** The folder into which the report of each week is written, when, and what came of the last one. */
export function WeeklyReportSettings() {
  const { data: settings } = useEngineQuery('weeklyReport.get', {});
  const save = useSave(engineKey('weeklyReport.get', {}), useEngineCommand('weeklyReport.set'));
  if (!settings) return null;
  return (
    <>
      <ReportFolder settings={settings} save={save} />
      {settings.folder !== null && <Schedule settings={settings} save={save} />}
    </>
  );
}

function ReportFolder({ settings, save }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <FolderLine
      label={t('weeklyReport.folder')}
      hint={toHint(t, settings, i18n.language)}
      isChosen={settings.folder !== null}
      onChange={(folder) => void save({ folder })}
    />
  );
}

function toHint(t: TFunction, { folder, written, failure }: Settings, language: string): string {
  if (folder === null) return t('weeklyReport.none');
  if (failure) return t('weeklyReport.failed', { folder, time: toDayAndTime(failure.at, language) });
  if (written === null) return t('weeklyReport.waits', { folder });
  return t('weeklyReport.written', { folder, name: written.name, time: toDayAndTime(written.at, language) });
}

function Schedule({ settings: { weekday, hour }, save }: Props) {
  const { t, i18n } = useTranslation();
  const days = listWeekdays(i18n.language).map((day) => ({
    value: String(day),
    label: toWeekdayName(day, i18n.language),
  }));
  const format = new Intl.DateTimeFormat(toRegion(i18n.language), { timeStyle: 'short', timeZone: 'UTC' });
  const hours = Array.from({ length: 24 }, (_, at) => ({
    value: String(at),
    label: format.format(at * HOUR_MS),
  }));
  return (
    <>
      <SettingsLine label={t('weeklyReport.day')} hint={t('weeklyReport.dayHint')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={String(weekday)}
            choices={days}
            onChange={(day) => void save({ weekday: Number(day) })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('weeklyReport.hour')} hint={t('weeklyReport.hourHint')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={String(hour)}
            choices={hours}
            onChange={(at) => void save({ hour: Number(at) })}
          />
        )}
      </SettingsLine>
    </>
  );
}
