import { IconNote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useUi } from '../../state/ui.ts';
import { Bidi, capText } from '../../ui/Bidi.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { Result } from './ResultRow.tsx';
import styles from './Search.module.css';
import { toSnippetParts } from './snippet.ts';

interface Props {
  readonly hit: EngineOutput<'search.notes'>['items'][number];
  readonly isActive: boolean;
}

/** A private note that was found, with the matches marked; it opens its conversation. */
export function NoteResult({ hit: { note, snippet }, isActive }: Props) {
  const { t } = useTranslation();
  const isOpen = useUi((state) => state.selectedId === note.conversationId);
  return (
    <Result
      elementId={`note-${note.id}`}
      isActive={isActive}
      isOpen={isOpen}
      open={() => useUi.getState().select(note.conversationId)}
    >
      <span className={styles.noteIcon}>
        <IconNote aria-hidden="true" size={16} stroke={1.75} />
      </span>
      <div className={styles.words}>
        <span className={shared.rowLine}>
          <Bidi text={toShownName(note.agent)} cap={80} className={shared.listName} />
          <span className={styles.quiet}>{t('notes.note')}</span>
          <RelativeTime at={note.createdAt} className={styles.time} />
        </span>
        <bdi dir="auto" className={styles.snippet}>
          {toSnippetParts(snippet).map((part, index) => {
            const shown = capText(part.text, 300);
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a snippet never change their order
            return part.isHit ? <mark key={index}>{shown}</mark> : <span key={index}>{shown}</span>;
          })}
        </bdi>
      </div>
    </Result>
  );
}
