import { useTranslation } from 'react-i18next';
import { useSetShellSettings, useShellState } from '../../shell/ShellProvider.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';

/** Notifications and loading of images. */
export function MachineSettings() {
  const { t } = useTranslation();
  const { settings } = useShellState();
  const set = useSetShellSettings();
  return (
    <>
      <SettingsLine label={t('settings.notifications')} hint={t('settings.notificationsHint')}>
        {(id) => (
          <Switch
            labelledBy={id}
            checked={settings.notifications}
            onChange={(notifications) => set({ notifications })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('settings.loadMedia')} hint={t('settings.loadMediaHint')}>
        {(id) => (
          <Switch labelledBy={id} checked={settings.loadMedia} onChange={(loadMedia) => set({ loadMedia })} />
        )}
      </SettingsLine>
    </>
  );
}
