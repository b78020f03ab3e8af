import {
  IconChevronLeft,
  IconChevronRight,
  IconZoomIn,
  IconZoomOut,
  IconZoomReset,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Media } from '#shared/domain/message.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { pressedKey } from '../ui/pressedKey.ts';
import styles from './Lightbox.module.css';
import { useAltText } from './useAltText.ts';
import { useZoom } from './useZoom.ts';
import { ZOOM_STEP } from './zoom.ts';

const WIDTH = 1_100;
const TITLE_LENGTH = 80;

/** A picture that can be shown enlarged. */
export interface EnlargedMedia {
  readonly item: Media;
  /** Its `media:` address. */
  readonly address: string;
}

interface Props {
  /** The pictures of a message. */
  readonly pictures: readonly EnlargedMedia[];
  /** The index of the one that is shown; null closes it. */
  readonly at: number | null;
  readonly onMove: (at: number) => void;
  readonly onClose: () => void;
}

/** The pictures of a message enlarged, one at a time, with its description. */
export function Lightbox({ pictures, at, ...rest }: Props) {
  const picture = at === null ? undefined : pictures[at];
  if (at === null || !picture) return null;
  return <OpenLightbox picture={picture} at={at} count={pictures.length} {...rest} />;
}

interface OpenProps extends Pick<Props, 'onMove' | 'onClose'> {
  readonly picture: EnlargedMedia;
  readonly at: number;
  readonly count: number;
}

function OpenLightbox({ picture: { item, address }, at, count, onMove, onClose }: OpenProps) {
  const alt = useAltText(item);
  const zoom = useZoom(address);
  const move = (step: number) => onMove((at + step + count) % count);
  useLightboxKeys(zoom, move);
  return (
    <Dialog open onClose={onClose} title={alt.slice(0, TITLE_LENGTH)} width={WIDTH}>
      <figure className={styles.figure}>
        <div
          ref={zoom.frame}
          className={styles.frame}
          data-zoomed={zoom.isZoomed || undefined}
          {...zoom.handlers}
        >
          <img
            key={address}
            src={address}
            alt={alt}
            className={styles.picture}
            draggable={false}
            style={zoom.style}
          />
        </div>
        {alt.length > TITLE_LENGTH && (
          <figcaption className={styles.caption}>
            <Bidi text={alt} cap={1_000} />
          </figcaption>
        )}
        <Tools at={at} count={count} zoom={zoom} onStep={move} />
      </figure>
    </Dialog>
  );
}

interface ToolsProps {
  readonly at: number;
  readonly count: number;
  readonly zoom: ReturnType<typeof useZoom>;
  readonly onStep: (step: number) => void;
}

const icon = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;

function Tools({ at, count, zoom, onStep }: ToolsProps) {
  return (
    <div className={styles.tools}>
      {count > 1 && <Steps at={at} count={count} onStep={onStep} />}
      <ZoomTools zoom={zoom} />
    </div>
  );
}

function Steps({ at, count, onStep }: Omit<ToolsProps, 'zoom'>) {
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

function useLightboxKeys(zoom: ReturnType<typeof useZoom>, move: (step: number) => void): void {
  useKeys(
    new Map([
      ['ArrowLeft', () => move(-1)],
      ['ArrowRight', () => move(1)],
      ['+', () => zoom.by(ZOOM_STEP)],
      ['=', () => zoom.by(ZOOM_STEP)],
      ['-', () => zoom.by(1 / ZOOM_STEP)],
      ['0', zoom.reset],
    ]),
  );
}

function useKeys(actions: ReadonlyMap<string, () => void>): void {
  const [latest] = useState<{ actions: typeof actions }>(() => ({ actions }));
  latest.actions = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = latest.actions.get(pressedKey(event) ?? '');
      if (!act) return;
      event.preventDefault();
      act();
    };
    // Captured, since the dialog keeps the arrow keys to itself.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [latest]);
}
