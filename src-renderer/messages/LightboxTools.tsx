import {
  IconChevronLeft,
  IconChevronRight,
  IconCopy,
  IconDownload,
  IconZoomIn,
  IconZoomOut,
  IconZoomReset,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './Lightbox.module.css';
import type { useZoom } from './useZoom.ts';
import { ZOOM_STEP } from './zoom.ts';

/** The keys that save and copy an enlarged picture. */
export const keepKeys = { save: 's', copy: 'c' } as const;

interface ToolsProps {
  readonly at: number;
  readonly count: number;
  readonly zoom: ReturnType<typeof useZoom>;
  readonly onStep: (step: number) => void;
  readonly onSave: () => void;
  readonly onCopy: () => void;
}

const icon = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;

/** The buttons below an enlarged picture, each with its key where it has one. */
export function LightboxTools({ at, count, zoom, onStep, onSave, onCopy }: ToolsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.tools}>
      {count > 1 && <Steps at={at} count={count} onStep={onStep} />}
      <ZoomTools zoom={zoom} />
      <span className={styles.gap} />
      <Keep
        label={t('lightbox.save')}
        icon={<IconDownload {...icon} />}
        keys={keepKeys.save}
        onClick={onSave}
      />
      <Keep label={t('lightbox.copy')} icon={<IconCopy {...icon} />} keys={keepKeys.copy} onClick={onCopy} />
    </div>
  );
}

function Steps({ at, count, onStep }: Pick<ToolsProps, 'at' | 'count' | 'onStep'>) {
  const { t } = useTranslation();
  return (
    <>
      <IconButton
        label={t('lightbox.previous')}
        icon={<IconChevronLeft {...icon} />}
        side="top"
        onClick={() => onStep(-1)}
      />
      <span role="status" data-figures>
        {t('find.count', { at: at + 1, of: count })}
      </span>
      <IconButton
        label={t('lightbox.next')}
        icon={<IconChevronRight {...icon} />}
        side="top"
        onClick={() => onStep(1)}
      />
      <span className={styles.gap} />
    </>
  );
}

function ZoomTools({ zoom: { scale, isZoomed, by, reset } }: Pick<ToolsProps, 'zoom'>) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <IconButton
        label={t('lightbox.smaller')}
        icon={<IconZoomOut {...icon} />}
        side="top"
        disabled={!isZoomed}
        onClick={() => by(1 / ZOOM_STEP)}
      />
      <span className={styles.percent} data-figures>
        {new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(scale)}
      </span>
      <IconButton
        label={t('lightbox.larger')}
        icon={<IconZoomIn {...icon} />}
        side="top"
        onClick={() => by(ZOOM_STEP)}
      />
      <IconButton
        label={t('lightbox.whole')}
        icon={<IconZoomReset {...icon} />}
        side="top"
        disabled={!isZoomed}
        onClick={reset}
      />
    </>
  );
}

interface KeepProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys: string;
  readonly onClick: () => void;
}

function Keep({ label, icon: picture, keys, onClick }: KeepProps) {
  return (
    <Button tone="quiet" size="small" icon={picture} aria-keyshortcuts={keys} onClick={onClick}>
      {label}
      <span aria-hidden="true" className={styles.key}>
        <Kbd keys={keys} />
      </span>
    </Button>
  );
}
