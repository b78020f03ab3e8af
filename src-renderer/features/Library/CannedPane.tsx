import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { newCanned, useLibrary } from '../../state/library.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CannedFields } from './CannedFields.tsx';
import styles from './Library.module.css';
import type { LibraryItems } from './useLibraryItems.ts';

/** The selected canned response as a form; without one, what the library is for. */
export function CannedPane({ folders }: Pick<LibraryItems, 'folders'>) {
  const { t } = useTranslation();
  const scroller = useFocusArea('conversation');
  const selectedId = useLibrary((state) => state.selectedId);
  return (
    <main className={styles.pane} aria-label={t('library.form')}>
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={t('library.form')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {selectedId === null && (
          <EmptyState title={t('library.noneSelected')} hint={t('library.noneSelectedHint')} />
        )}
        {selectedId === newCanned && <CannedFields key={newCanned} canned={null} folders={folders} />}
        {selectedId !== null && selectedId !== newCanned && (
          <Saved key={selectedId} id={selectedId} folders={folders} />
        )}
      </section>
    </main>
  );
}

function Saved({ id, folders }: Pick<LibraryItems, 'folders'> & { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error } = useEngineQuery('library.get', { id });
  if (error) return <FailureCard title={t('library.failed')} error={error.error} />;
  return data ? <CannedFields canned={data} folders={folders} /> : null;
}
