import { useTranslation } from 'react-i18next';
import { useSetPreferences, useShellState } from '../shell/ShellProvider.tsx';
import styles from './Emoji.module.css';

const hands = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'];

/** Chooses the skin tone of all emoji that have one; it is kept on this machine. */
export function SkinTones() {
  const { t } = useTranslation();
  const { skinTone } = useShellState().preferences;
  const setPreferences = useSetPreferences();
  const names = [
    t('emoji.tones.none'),
    t('emoji.tones.light'),
    t('emoji.tones.mediumLight'),
    t('emoji.tones.medium'),
    t('emoji.tones.mediumDark'),
    t('emoji.tones.dark'),
  ];
  return (
    <fieldset className={styles.tones} aria-label={t('emoji.tone')}>
      {hands.map((hand, tone) => (
        <button
          key={hand}
          type="button"
          className={styles.tone}
          aria-label={names[tone]}
          title={names[tone]}
          aria-pressed={tone === skinTone}
          onClick={() => setPreferences({ skinTone: tone })}
        >
          {hand}
        </button>
      ))}
    </fieldset>
  );
}
