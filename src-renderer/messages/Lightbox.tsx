import { useState } from 'react';
import type { Media } from '#shared/domain/message.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { KeepOutcomeLine } from './KeepOutcomeLine.tsx';
import type { KeptPicture } from './keptPicture.ts';
import styles from './Lightbox.module.css';
import { keepKeys, LightboxTools } from './LightboxTools.tsx';
import { useAltText } from './useAltText.ts';
import { type KeepOutcome, useKeepPicture } from './useKeepPicture.ts';
import { useKeys } from './useKeys.ts';
import { useZoom } from './useZoom.ts';
import { ZOOM_STEP } from './zoom.ts';

const WIDTH = 1_100;
const TITLE_LENGTH = 80;

/** A picture that can be shown enlarged. */
export interface EnlargedMedia extends KeptPicture {
  readonly item: Media;
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

function OpenLightbox({ picture, at, count, onMove, onClose }: OpenProps) {
  const { item, address } = picture;
  const alt = useAltText(item);
  const zoom = useZoom(address);
  const move = (step: number) => onMove((at + step + count) % count);
  const { outcome, onSave, onCopy } = useKeeping(picture);
  useLightboxKeys(zoom, { move, onSave, onCopy });
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
        <LightboxTools at={at} count={count} zoom={zoom} onStep={move} onSave={onSave} onCopy={onCopy} />
        <KeepOutcomeLine outcome={outcome} />
      </figure>
    </Dialog>
  );
}

/** Saves and copies the picture that is shown, and has what came of that until another one is shown. */
function useKeeping(picture: KeptPicture) {
  const keep = useKeepPicture();
  const [last, setLast] = useState<{ readonly of: string; readonly outcome: KeepOutcome } | null>(null);
  const run = async (act: (picture: KeptPicture) => Promise<KeepOutcome>) => {
    setLast({ of: picture.address, outcome: await act(picture) });
  };
  return {
    outcome: last?.of === picture.address ? last.outcome : null,
    onSave: () => void run(keep.save),
    onCopy: () => void run(keep.copy),
  };
}

function useLightboxKeys(
  zoom: ReturnType<typeof useZoom>,
  { move, onSave, onCopy }: { move: (step: number) => void; onSave: () => void; onCopy: () => void },
): void {
  useKeys(
    new Map([
      ['ArrowLeft', () => move(-1)],
      ['ArrowRight', () => move(1)],
      ['+', () => zoom.by(ZOOM_STEP)],
      ['=', () => zoom.by(ZOOM_STEP)],
      ['-', () => zoom.by(1 / ZOOM_STEP)],
      ['0', zoom.reset],
      [keepKeys.save, onSave],
      [keepKeys.copy, onCopy],
    ]),
  );
}
