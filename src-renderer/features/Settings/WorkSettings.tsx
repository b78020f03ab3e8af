import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZodNumber } from 'zod';
import { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { useNumberAdvice } from '../../i18n/useNumberAdvice.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { toNumber } from '../../ui/readNumber.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { AgentSettings } from './AgentSettings.tsx';

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

/** The settings of this workspace: agent, response target, undo time, reopening time. */
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
    </>
  );
}

interface NumberProps {
  readonly labelledBy: string;
  readonly value: number;
  readonly unit: string;
  readonly shape: ZodNumber;
  readonly onSave: (value: number) => Promise<boolean>;
}

function NumberField({ labelledBy, value, unit, shape, onSave }: NumberProps) {
  const { t, i18n } = useTranslation();
  const range = { min: String(shape.minValue ?? 0), max: String(shape.maxValue ?? '') };
  const advice = useNumberAdvice(t('settings.range', range));
  const read = (text: string) => toNumber(text, i18n.language);
  return (
    <AutoSaveField
      labelledBy={labelledBy}
      value={String(value)}
      unit={unit}
      {...advice}
      isValid={(text) => shape.safeParse(read(text)).success}
      onSave={(text) => onSave(read(text) ?? value)}
    />
  );
}
