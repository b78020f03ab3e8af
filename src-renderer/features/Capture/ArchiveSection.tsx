import { IconFileZip } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toDropTarget } from '../../attaching/droppedFiles.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { Button } from '../../ui/Button.tsx';
import { PageSection } from '../../ui/Page.tsx';
import styles from './Archive.module.css';
import { ArchiveProgress } from './ArchiveProgress.tsx';
import { ArchiveReport } from './ArchiveReport.tsx';
import { TableDialog } from './TableDialog.tsx';
import { UnknownPeople } from './UnknownPeople.tsx';
import { useArchive } from './useArchive.ts';

/** The archive of X and tables of messages: where a file is dropped or chosen, how far its import is, and what it has brought. */
export function ArchiveSection() {
  const { t } = useTranslation();
  const archive = useArchive();
  const { data } = useEngineQuery('archive.status', {});
  const last = data?.import ?? null;
  const isUnderWay = last?.state === 'running' || last?.state === 'paused';
  const isReadOnly = useIsReadOnly();
  const target = useDropTarget((file) => void archive.importDropped(file));
  if (isReadOnly) return null;
  return (
    <PageSection title={t('archive.title')}>
      {!isUnderWay && (
        <div className={styles.drop} data-over={target.isOver || undefined} {...target.props}>
          <p className={styles.hint}>{t('archive.hint')}</p>
          <Button
            icon={<IconFileZip aria-hidden="true" size={15} stroke={1.75} />}
            onClick={() => void archive.choose()}
          >
            {t('archive.choose')}
          </Button>
        </div>
      )}
      {last && isUnderWay && <ArchiveProgress key={last.id} current={last} archive={archive} />}
      {last && <ArchiveReport last={last} />}
      <UnknownPeople />
      <TableDialog />
    </PageSection>
  );
}

/** What makes an element take the first of the files that are dropped on it. */
function useDropTarget(take: (file: File) => void) {
  const [isOver, setOver] = useState(false);
  const target = toDropTarget({
    add: ([file]) => {
      if (file) take(file);
    },
  });
  const props = {
    onDragOver: (event: DragEvent) => {
      target.onDragOver(event);
      setOver(event.isDefaultPrevented());
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      target.onDrop(event);
    },
  };
  return { isOver, props };
}
