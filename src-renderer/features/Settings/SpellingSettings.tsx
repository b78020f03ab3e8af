import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/language.ts';
import { useSetPreferences, useShell, useShellState } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { focusNeighbour } from './focusNeighbour.ts';
import styles from './SpellingSettings.module.css';

/** Whether spelling is checked, what keeps it from working, and the words that were added to the dictionary. */
export function SpellingSettings() {
  const { t } = useTranslation();
  const { preferences, platform } = useShellState();
  const set = useSetPreferences();
  const unreadable = useUnreadable();
  const isMac = platform === 'darwin';
  const languages = unreadable.map((language) => t(`settings.languages.${language}`)).join(', ');
  return (
    <>
      <SettingsLine
        label={t('spelling.check')}
        hint={t(isMac ? 'spelling.checkHintMac' : 'spelling.checkHint')}
      >
        {(id) => (
          <Switch
            labelledBy={id}
            checked={preferences.spellCheck}
            onChange={(spellCheck) => set({ spellCheck })}
          />
        )}
      </SettingsLine>
      {preferences.spellCheck && languages !== '' && (
        <p className={styles.trouble} role="alert">
          {t('spelling.unreadable', { languages })}
        </p>
      )}
      {!isMac && preferences.ownWords.length > 0 && <OwnWords words={preferences.ownWords} />}
    </>
  );
}

function OwnWords({ words }: { readonly words: readonly string[] }) {
  const { t, i18n } = useTranslation();
  const set = useSetPreferences();
  const id = useId();
  const sorted = words.toSorted((a, b) => a.localeCompare(b, i18n.language));
  return (
    <div className={styles.own}>
      <span id={id} className={styles.title}>
        {t('spelling.words')}
      </span>
      <span className={styles.hint}>{t('spelling.wordsHint')}</span>
      <ul className={styles.words} aria-labelledby={id}>
        {sorted.map((word) => (
          <li key={word} className={styles.word}>
            <bdi>{word}</bdi>
            <IconButton
              label={t('spelling.remove', { word })}
              icon={<IconX size={14} stroke={1.75} />}
              onClick={(event) => {
                focusNeighbour(event.currentTarget.closest('li'));
                set({ ownWords: words.filter((one) => one !== word) });
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The languages whose dictionary could not be read. */
function useUnreadable(): readonly Language[] {
  const shell = useShell();
  const [unreadable, setUnreadable] = useState<readonly Language[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void shell.call('spelling.state', {}).then((result) => {
      if (!result.ok) useUi.getState().notify(result.error);
      else if (isCurrent) setUnreadable(result.value.unreadable);
    });
    return () => {
      isCurrent = false;
    };
  }, [shell]);
  return unreadable;
}
