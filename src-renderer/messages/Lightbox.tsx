import type { Media } from '#shared/domain/message.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './MessageMedia.module.css';
import { useAltText } from './useAltText.ts';

const WIDTH = 960;

/** A picture that is shown enlarged. */
export interface EnlargedMedia {
  readonly item: Media;
  /** Its `media:` address. */
  readonly address: string;
}

interface Props {
  readonly opened: EnlargedMedia | null;
  readonly onClose: () => void;
}

/** One image enlarged, with its description; closed if `opened` is null. */
export function Lightbox({ opened, onClose }: Props) {
  return opened === null ? null : <OpenLightbox {...opened} onClose={onClose} />;
}

function OpenLightbox({ item, address, onClose }: EnlargedMedia & Pick<Props, 'onClose'>) {
  const alt = useAltText(item);
  return (
    <Dialog open onClose={onClose} title={alt.slice(0, 80)} width={WIDTH}>
      <figure className={styles.figure}>
        <img src={address} alt={alt} className={styles.lightboxPicture} draggable={false} />
        {alt.length > 80 && (
          <figcaption className={styles.caption}>
            <Bidi text={alt} cap={1_000} />
          </figcaption>
        )}
      </figure>
    </Dialog>
  );
}
