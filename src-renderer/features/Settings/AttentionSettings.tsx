import { useTranslation } from 'react-i18next';
import type { QuietChoice } from '#shared/domain/quietTime.ts';
import { useSetPreferences, useShellState } from '../../shell/ShellProvider.tsx';
import { useQuiet } from '../../shell/useQuiet.ts';
import { playChime } from '../../ui/playChime.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';

/** The sound, and for how long nothing is to disturb. */
export function AttentionSettings() {
  const { t } = useTranslation();
  const { preferences } = useShellState();
  const set = useSetPreferences();
  return (
    <>
      <SettingsLine label={t('desktop.sound')} hint={t('desktop.soundHint')}>
        {(id) => (
          <Switch
            labelledBy={id}
            checked={preferences.sound}
            onChange={(sound) => {
              set({ sound });
              if (sound) playChime();
            }}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('desktop.quiet')} hint={t('desktop.quietHint')}>
        {(id) => <QuietSelect labelledBy={id} />}
      </SettingsLine>
    </>
  );
}

/** The current time stands among the choices, as the one that changes nothing. */
function QuietSelect({ labelledBy }: { readonly labelledBy: string }) {
  const { t } = useTranslation();
  const { until, choose } = useQuiet();
  const choices: { readonly value: QuietChoice | 'now'; readonly label: string }[] = [
    { value: 'off', label: t('desktop.quietOff') },
    ...(until === null ? [] : [{ value: 'now' as const, label: t('desktop.until', { time: until }) }]),
    { value: 'hour', label: t('desktop.hour') },
    { value: 'untilTomorrow', label: t('desktop.untilTomorrow') },
  ];
  return (
    <Select
      labelledBy={labelledBy}
      value={until === null ? 'off' : 'now'}
      choices={choices}
      onChange={(choice) => {
        if (choice !== 'now') choose(choice);
      }}
    />
  );
}
