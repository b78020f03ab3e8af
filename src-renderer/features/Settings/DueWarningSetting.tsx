import { useTranslation } from 'react-i18next';
import { DueWarningMinutes } from '#shared/domain/serviceLevel.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toExactDuration } from '../../ui/time.ts';

/** How long before a target passes Perch notifies whoever can still meet it. */
export function DueWarningSetting() {
  const { t, i18n } = useTranslation();
  const { data: settings } = useEngineQuery('settings.get', {});
  const save = useSave(engineKey('settings.get', {}), useEngineCommand('settings.set'));
  if (!settings) return null;
  const choices = [...DueWarningMinutes.values].map((minutes) => ({
    value: String(minutes),
    label: minutes === 0 ? t('serviceLevels.warnOff') : toExactDuration(minutes * MINUTE_MS, i18n.language),
  }));
  return (
    <SettingsLine label={t('serviceLevels.warn')} hint={t('serviceLevels.warnHint')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={String(settings.dueWarningMinutes)}
          choices={choices}
          onChange={(chosen) => void save({ dueWarningMinutes: DueWarningMinutes.parse(Number(chosen)) })}
        />
      )}
    </SettingsLine>
  );
}
