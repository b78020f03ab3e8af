import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Background } from '#shared/contract/shell.ts';
import { useSetPreferences, useShell, useShellState } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';

/** Whether Perch goes on without its window, and starts by itself; drawn once the desktop has said what it allows. */
export function BackgroundSettings() {
  const { platform } = useShellState();
  const { background, setStartsAtLogin } = useBackground();
  if (!background) return null;
  return (
    <>
      {platform !== 'darwin' && <KeepRunning hasTray={background.hasTray} />}
      <StartAtLogin {...background} onChange={setStartsAtLogin} />
    </>
  );
}

function KeepRunning({ hasTray }: Pick<Background, 'hasTray'>) {
  const { t } = useTranslation();
  const { preferences } = useShellState();
  const set = useSetPreferences();
  return (
    <SettingsLine
      label={t('desktop.keepRunning')}
      hint={t(hasTray ? 'desktop.keepRunningHint' : 'desktop.noTrayHint')}
    >
      {(id) => (
        <Switch
          labelledBy={id}
          checked={hasTray && preferences.keepRunning === true}
          disabled={!hasTray}
          onChange={(keepRunning) => set({ keepRunning })}
        />
      )}
    </SettingsLine>
  );
}

interface StartProps extends Background {
  readonly onChange: (isOn: boolean) => void;
}

function StartAtLogin({ hasTray, startsAtLogin, onChange }: StartProps) {
  const { t } = useTranslation();
  const hint = t(hasTray ? 'desktop.startHiddenHint' : 'desktop.startHint');
  return (
    <SettingsLine label={t('desktop.startAtLogin')} hint={hint}>
      {(id) => <Switch labelledBy={id} checked={startsAtLogin} onChange={onChange} />}
    </SettingsLine>
  );
}

/** What the desktop allows, null until it is known; and how to set the start at login, shown at once. */
function useBackground() {
  const shell = useShell();
  const [background, setBackground] = useState<Background | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void shell.call('background.get', {}).then((result) => {
      if (isCurrent && result.ok) setBackground(result.value);
      if (!result.ok) useUi.getState().notify(result.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [shell]);
  const show = (startsAtLogin: boolean) =>
    setBackground((before) => (before ? { ...before, startsAtLogin } : before));
  const setStartsAtLogin = (isOn: boolean) => {
    show(isOn);
    void shell.call('background.startAtLogin', { isOn }).then((result) => {
      const error = result.ok ? result.value.error : result.error;
      if (!error) return;
      show(!isOn);
      useUi.getState().notify(error);
    });
  };
  return { background, setStartsAtLogin };
}
