import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { AgentSettings } from './AgentSettings.tsx';
import { NumberField } from './NumberField.tsx';
import { SpikeSetting } from './SpikeSetting.tsx';

const { shape } = WorkspaceSettings;

/** The numeric settings of a workspace, with their labels and units. */
const numbers = [
  { key: 'responseTargetMinutes', label: 'responseTarget', hint: 'responseTargetHint', unit: 'minutes' },
  { key: 'undoSeconds', label: 'undo', hint: 'undoHint', unit: 'seconds' },
  { key: 'reopenHours', label: 'reopen', hint: 'reopenHint', unit: 'hours' },
] as const;

interface Props {
  readonly newName: RefObject<HTMLInputElement | null>;
  readonly addsAgent: boolean;
}

/** The settings of this workspace: agent, response target, undo time, reopening time, alerts for spikes. */
export function WorkSettings({ newName, addsAgent }: Props) {
  const { t } = useTranslation();
  const { data: settings } = useEngineQuery('settings.get', {});
  const save = useSave(engineKey('settings.get', {}), useEngineCommand('settings.set'));
  if (!settings) return null;
  return (
    <>
      <AgentSettings settings={settings} newName={newName} isAdding={addsAgent} />
      {numbers.map(({ key, label, hint, unit }) => (
        <SettingsLine key={key} label={t(`settings.${label}`)} hint={t(`settings.${hint}`)}>
          {(id) => (
            <NumberField
              labelledBy={id}
              value={settings[key]}
              unit={t(`settings.${unit}`)}
              shape={shape[key]}
              onSave={(value) => save({ [key]: value })}
            />
          )}
        </SettingsLine>
      ))}
      <SpikeSetting settings={settings} onSave={save} />
    </>
  );
}
