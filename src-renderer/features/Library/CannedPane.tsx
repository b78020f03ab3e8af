import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { BackToList } from '../../shell/ListAndDetail.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { isNewCanned, proposalsId, useLibrary } from '../../state/library.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CannedFields } from './CannedFields.tsx';
import styles from './Library.module.css';
import { Proposals } from './Proposals.tsx';
import type { LibraryItems } from './useLibraryItems.ts';

/** The selected canned response as a form, or the proposals; without either, what the library is for. */
export function CannedPane({ folders }: Pick<LibraryItems, 'folders'>) {
  const { t } = useTranslation();
  const scroller = useFocusArea('conversation');
  const selectedId = useLibrary((state) => state.selectedId);
  const label = t(selectedId === proposalsId ? 'proposals.title' : 'library.form');
  return (
    <>
      <BackToList />
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {selectedId === null && (
          <EmptyState title={t('library.noneSelected')} hint={t('library.noneSelectedHint')} />
        )}
        {selectedId === proposalsId && <Proposals />}
        {selectedId !== null && isNewCanned(selectedId) && (
          <CannedFields key={selectedId} canned={null} editId={selectedId} folders={folders} />
        )}
        {isSaved(selectedId) && <Saved key={selectedId} id={selectedId} folders={folders} />}
      </section>
    </>
  );
}

const isSaved = (id: string | null): id is string => id !== null && id !== proposalsId && !isNewCanned(id);

function Saved({ id, folders }: Pick<LibraryItems, 'folders'> & { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error } = useEngineQuery('library.get', { id });
  if (error) return <FailureCard title={t('library.failed')} error={error.error} />;
  return data ? <CannedFields canned={data} editId={id} folders={folders} /> : null;
}
