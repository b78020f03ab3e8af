import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import type { Media } from '#shared/domain/message.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Lightbox.module.css';
import { useAltText } from './useAltText.ts';

const WIDTH = 960;

/** One picture large, with the words that describe it; closed while there is none. */
export function Lightbox({ item, onClose }: { readonly item: Media | null; readonly onClose: () => void }) {
  if (item?.url == null) return null;
  return <OpenLightbox item={item} url={item.url} onClose={onClose} />;
}

interface OpenProps {
  readonly item: Media;
  readonly url: string;
  readonly onClose: () => void;
}

function OpenLightbox({ item, url, onClose }: OpenProps) {
  const alt = useAltText(item);
  return (
    <Dialog open onClose={onClose} title={alt.slice(0, 80)} width={WIDTH}>
      <figure className={styles.figure}>
        <img src={toMediaAddress(url)} alt={alt} className={styles.picture} draggable={false} />
        {alt.length > 80 && (
          <figcaption className={styles.caption}>
            <Bidi text={alt} cap={1_000} />
          </figcaption>
        )}
      </figure>
    </Dialog>
  );
}
