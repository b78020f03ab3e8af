import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveImport } from '#shared/domain/archiveImport.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { useEngineState } from '../../engine/EngineProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { counted } from '../../ui/counted.ts';
import { toHoursAndMinutes } from '../../ui/time.ts';
import styles from './Archive.module.css';
import type { Archive } from './useArchive.ts';
import { useTimeLeft } from './useTimeLeft.ts';

interface Props {
  readonly current: ArchiveImport;
  readonly archive: Archive;
}

/** How far an import is, with what steers it. */
export function ArchiveProgress({ current, archive }: Props) {
  const { t } = useTranslation();
  const { state, bytes, of } = current;
  const isRunning = state === 'running';
  const buttons = useKeptFocus();
  return (
    <div className={styles.progress}>
      <progress aria-label={t('archive.bar')} max={Math.max(of, 1)} value={bytes} className={styles.bar} />
      {/* Each step has a rate of its own, and a pause has none. */}
      <ProgressWords key={`${state} ${current.step}`} current={current} />
      <div ref={buttons} className={styles.buttons}>
        <Button size="small" onClick={isRunning ? archive.pause : archive.resume}>
          {t(isRunning ? 'archive.pause' : 'archive.resume')}
        </Button>
        <Button size="small" tone="quiet" onClick={archive.cancel}>
          {t('archive.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Returns the ref of an element that leaves the focus to the page when it goes away with it. */
function useKeptFocus(): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (element?.contains(document.activeElement)) useUi.getState().focusOn('list');
    };
  }, []);
  return ref;
}

function ProgressWords({ current: { state, step, items, bytes, of } }: Pick<Props, 'current'>) {
  const { t, i18n } = useTranslation();
  const toEndMs = useTimeLeft(bytes, of);
  const percent = Math.floor((bytes / Math.max(of, 1)) * 100);
  const isFinishing = state === 'running' && step === 'texts' && bytes >= of;
  const isLive = useEngineState() === 'live';
  const words = isFinishing
    ? t('archive.finishing')
    : t(step === 'media' ? 'archive.media' : 'archive.read', { percent, ...counted(items, i18n.language) });
  const leftMs = isLive && state === 'running' && !isFinishing ? toEndMs : null;
  const isSoon = leftMs !== null && leftMs < MINUTE_MS;
  const time = toHoursAndMinutes(leftMs ?? 0, i18n.language);
  const left = isSoon ? t('archive.soon') : t('archive.left', { time });
  return (
    <p className={styles.words}>
      {words}
      {leftMs !== null && ` · ${left}`}
    </p>
  );
}
