import { useTranslation } from 'react-i18next';
import { SpikeSensitivity } from '#shared/domain/spike.ts';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { Segments } from '../../ui/Segments.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';

interface Props {
  readonly settings: WorkspaceSettings;
  readonly onSave: (changed: Pick<WorkspaceSettings, 'spikeSensitivity'>) => void;
}

/** How far above the usual posts must rise before Perch alerts. */
export function SpikeSetting({ settings, onSave }: Props) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('listening.spike.sensitivity')} hint={t('listening.spike.sensitivityHint')}>
      {(id) => (
        <Segments
          labelledBy={id}
          value={settings.spikeSensitivity}
          choices={SpikeSensitivity.options.map((value) => ({
            value,
            label: t(`listening.spike.choice.${value}`),
          }))}
          onChange={(spikeSensitivity) => onSave({ spikeSensitivity })}
        />
      )}
    </SettingsLine>
  );
}
