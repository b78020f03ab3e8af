import { IconCheck, IconEyeOff } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { toContent } from '#shared/domain/messageContent.ts';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { usePicture } from '../../shell/usePicture.ts';
import { ListRow, RowText } from '../../ui/ListRow.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import shared from '../../ui/shared.module.css';
import { toName } from '../../ui/shownName.ts';
import type { RowLayout } from '../../ui/VirtualList.tsx';
import styles from './Listening.module.css';
import { ToneMark } from './ToneMark.tsx';
import { type Hit, toSearchNames } from './useHits.ts';

interface Props extends RowLayout {
  readonly hit: Hit;
  readonly searches: readonly SavedSearch[];
  readonly onSelect: (messageId: string) => void;
}

/** The element id of a row, for `aria-activedescendant`. */
export function toHitRowId({ message }: Hit): string {
  return `hit-row-${message.id}`;
}

/** One hit: author, text, the searches that found it, and whether it was added to the queue. */
export const HitRow = memo(function HitRow({ hit, searches, onSelect, ...place }: Props) {
  const { t, i18n } = useTranslation();
  const { author, text, lang, at, id } = hit.message;
  return (
    <ListRow
      elementId={toHitRowId(hit)}
      place={place}
      density="comfortable"
      who={{ ...author, name: toName(author), picture: usePicture(author) }}
      time={<RelativeTime at={at} />}
      unread={hit.unread ? t('listening.unread') : undefined}
      onSelect={() => onSelect(id)}
    >
      <div className={shared.rowLine}>
        <RowText text={text} lang={lang} content={toContent(hit.message)} />
      </div>
      <div className={shared.rowLine}>
        <span className={styles.found}>{toSearchNames(hit, searches, i18n.language, 80)}</span>
        <ToneMark hit={hit} />
        {hit.hidden && (
          <span className={styles.hidden}>
            <IconEyeOff aria-hidden="true" size={12} stroke={2} />
            {t('listening.hiddenMark')}
          </span>
        )}
        {hit.takenAs !== null && (
          <span className={styles.taken}>
            <IconCheck aria-hidden="true" size={12} stroke={2} />
            {t('listening.takenMark')}
          </span>
        )}
      </div>
    </ListRow>
  );
});
