import { IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import shared from '../../ui/shared.module.css';
import { toLanguageName } from '../../workspace/useFilterWords.ts';
import styles from './Listening.module.css';
import type { Hit } from './useHits.ts';

const faces = { negative: IconMoodSad, positive: IconMoodSmile } as const;

/** The language of a hit, if it is not that of the window, and a face if it praises or blames. */
export function ToneMark({ hit: { language, sentiment } }: { readonly hit: Hit }) {
  const { t, i18n } = useTranslation();
  const isForeign = language !== null && language !== i18n.language;
  if (!isForeign && (sentiment === null || sentiment === 'neutral')) return null;
  const Face = sentiment === null || sentiment === 'neutral' ? null : faces[sentiment];
  return (
    <span className={styles.tone} data-sentiment={sentiment}>
      {isForeign && <span title={toLanguageName(language, i18n.language)}>{language.toUpperCase()}</span>}
      {Face && (
        <>
          <Face aria-hidden="true" size={14} stroke={1.75} />
          <span className={shared.spoken}>{t(`listening.sentiment.${sentiment ?? 'neutral'}`)}</span>
        </>
      )}
    </span>
  );
}
