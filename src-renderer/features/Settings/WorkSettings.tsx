import { useTranslation } from 'react-i18next';
import { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';

const { shape } = WorkspaceSettings;

/** The numeric settings of a workspace, with their labels and units. */
const numbers = [
  { key: 'responseTargetMinutes', label: 'responseTarget', hint: 'responseTargetHint', unit: 'minutes' },
  { key: 'undoSeconds', label: 'undo', hint: 'undoHint', unit: 'seconds' },
  { key: 'reopenHours', label: 'reopen', hint: 'reopenHint', unit: 'hours' },
] as const;

/** The settings of this workspace: agent name, response target, undo time, reopening time. */
export function WorkSettings() {
  const { t } = useTranslation();
  const { data: settings } = useEngineQuery('settings.get', {});
  const save = useSave(engineKey('settings.get', {}), useEngineCommand('settings.set'));
  if (!settings) return null;
  return (
    <>
      <SettingsLine label={t('settings.agentName')} hint={t('settings.agentNameHint')}>
        {(id) => (
          <AutoSaveField
            labelledBy={id}
            value={settings.agentName}
            isValid={(text) => shape.agentName.safeParse(text).success}
            onSave={(text) => save({ agentName: text.trim() })}
          />
        )}
      </SettingsLine>
      {numbers.map(({ key, label, hint, unit }) => (
        <SettingsLine key={key} label={t(`settings.${label}`)} hint={t(`settings.${hint}`)}>
          {(id) => (
            <AutoSaveField
              labelledBy={id}
              value={String(settings[key])}
              unit={t(`settings.${unit}`)}
              advice={t('settings.range', {
                min: String(shape[key].minValue ?? 0),
                max: String(shape[key].maxValue ?? ''),
              })}
              isValid={(text) => text.trim() !== '' && shape[key].safeParse(Number(text)).success}
              onSave={(text) => save({ [key]: Number(text) })}
            />
          )}
        </SettingsLine>
      ))}
    </>
  );
}
