import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '#shared/domain/language.ts';
import { useSetPreferences, useShellState } from '../../shell/ShellProvider.tsx';
import { Segments } from '../../ui/Segments.tsx';
import shared from '../../ui/shared.module.css';
import styles from './Welcome.module.css';

/** The language of the window, each by its own name, so that nobody has to read another one to find it. */
export function LanguageChoice() {
  const { t } = useTranslation();
  const { language } = useShellState();
  const set = useSetPreferences();
  const id = useId();
  return (
    <div className={styles.language}>
      <span id={id} className={shared.spoken}>
        {t('settings.language')}
      </span>
      <Segments
        labelledBy={id}
        value={language}
        choices={Language.options.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
        onChange={(value) => set({ language: value })}
      />
    </div>
  );
}
