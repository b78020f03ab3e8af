import { useTranslation } from 'react-i18next';
import { Preferences } from '#shared/contract/shell.ts';
import { useSetPreferences, useShellState } from '../../shell/ShellProvider.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';

const { theme, language, density } = Preferences.shape;

/** Theme, density and language. */
export function AppearanceSettings() {
  const { t } = useTranslation();
  const { preferences } = useShellState();
  const set = useSetPreferences();
  return (
    <>
      <SettingsLine label={t('settings.theme')}>
        {(id) => (
          <Segments
            labelledBy={id}
            value={preferences.theme}
            choices={theme.options.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
            onChange={(value) => set({ theme: value })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('settings.density')}>
        {(id) => (
          <Segments
            labelledBy={id}
            value={preferences.density}
            choices={density.options.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
            onChange={(value) => set({ density: value })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('settings.language')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={preferences.language}
            choices={language.options.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
            onChange={(value) => set({ language: value })}
          />
        )}
      </SettingsLine>
    </>
  );
}
