import { useTranslation } from 'react-i18next';
import { useSetPreferences, useShellState } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { AttentionSettings } from './AttentionSettings.tsx';
import { BackgroundSettings } from './BackgroundSettings.tsx';
import { SpellingSettings } from './SpellingSettings.tsx';

/** Notifications, what Perch does in the background, spelling, and loading of images. */
export function MachineSettings() {
  const { t } = useTranslation();
  const { preferences } = useShellState();
  const set = useSetPreferences();
  return (
    <>
      <SettingsLine label={t('settings.notifications')} hint={t('settings.notificationsHint')}>
        {(id) => (
          <Switch
            labelledBy={id}
            checked={preferences.notifications}
            onChange={(notifications) => set({ notifications })}
          />
        )}
      </SettingsLine>
      <AttentionSettings />
      <BackgroundSettings />
      <SpellingSettings />
      <SettingsLine label={t('settings.loadMedia')} hint={t('settings.loadMediaHint')}>
        {(id) => (
          <Switch
            labelledBy={id}
            checked={preferences.loadMedia}
            onChange={(loadMedia) => set({ loadMedia })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('network.title')} hint={t('network.settingsHint')}>
        {() => <Button onClick={() => useUi.getState().show('network')}>{t('network.show')}</Button>}
      </SettingsLine>
    </>
  );
}
