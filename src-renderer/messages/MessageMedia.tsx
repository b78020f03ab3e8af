import { IconMicrophone, IconPhotoOff, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import type { Media, Message } from '#shared/domain/message.ts';
import { useShellState } from '../shell/ShellProvider.tsx';
import { useOpenMessageOnX } from '../shell/useOpenLink.ts';
import { Bidi, capText } from '../ui/Bidi.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './MessageMedia.module.css';
import { toMediaBox } from './mediaBox.ts';

interface Props {
  readonly message: Pick<Message, 'media' | 'author' | 'xId' | 'kind'>;
}

/** The media of a message, in boxes that have their size before the image loads. */
export function MessageMedia({ message }: Props) {
  const { media } = message;
  const openOnX = useOpenMessageOnX(message);
  const [opened, setOpened] = useState<Media | null>(null);
  if (media.length === 0) return null;
  return (
    <div className={styles.media} data-count={Math.min(media.length, 4)}>
      {media.map((item) => (
        <Picture
          key={item.key}
          item={item}
          isOnly={media.length === 1}
          onOpen={() => setOpened(item)}
          onOpenOnX={openOnX}
        />
      ))}
      <Lightbox item={opened} onClose={() => setOpened(null)} />
    </div>
  );
}

interface PictureProps {
  readonly item: Media;
  readonly isOnly: boolean;
  readonly onOpen: () => void;
  readonly onOpenOnX: () => void;
}

function Picture({ item, isOnly, onOpen, onOpenOnX }: PictureProps) {
  const { t } = useTranslation();
  const { preferences } = useShellState();
  const [isWanted, setWanted] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const box = isOnly ? toMediaBox(item) : undefined;
  if (item.url === null || isBroken) {
    const AbsentIcon = item.type === 'audio' ? IconMicrophone : IconPhotoOff;
    return (
      <button type="button" className={styles.absent} style={box} onClick={onOpenOnX}>
        <AbsentIcon aria-hidden="true" size={18} stroke={1.6} />
        <span>
          {t('labelled', { label: t(`message.content.${item.type}`), value: t('message.notHere') })}
        </span>
        <strong>{t('message.openOnX')}</strong>
      </button>
    );
  }
  if (!preferences.loadMedia && !isWanted) {
    return (
      <button type="button" className={styles.absent} style={box} onClick={() => setWanted(true)}>
        <IconPhotoOff aria-hidden="true" size={18} stroke={1.6} />
        <span>{t('message.mediaHidden')}</span>
        <strong>{t('message.mediaShow')}</strong>
      </button>
    );
  }
  return (
    <LoadedPicture item={item} url={item.url} box={box} onOpen={onOpen} onBroken={() => setBroken(true)} />
  );
}

interface LoadedProps {
  readonly item: Media;
  readonly url: string;
  readonly box: ReturnType<typeof toMediaBox> | undefined;
  readonly onOpen: () => void;
  readonly onBroken: () => void;
}

function LoadedPicture({ item, url, box, onOpen, onBroken }: LoadedProps) {
  const { t } = useTranslation();
  const alt = useAltText(item);
  const name = t('message.enlarge', { what: alt });
  return (
    <button type="button" className={styles.picture} style={box} aria-label={name} onClick={onOpen}>
      <img src={toMediaAddress(url)} alt={alt} draggable={false} decoding="async" onError={onBroken} />
      {item.type !== 'photo' && (
        <span className={styles.play}>
          <IconPlayerPlayFilled aria-hidden="true" size={14} />
          {t(`message.content.${item.type}`)}
        </span>
      )}
    </button>
  );
}

const WIDTH = 960;

/** One image enlarged, with its description; closed if `item` is null. */
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
        <img src={toMediaAddress(url)} alt={alt} className={styles.lightboxPicture} draggable={false} />
        {alt.length > 80 && (
          <figcaption className={styles.caption}>
            <Bidi text={alt} cap={1_000} />
          </figcaption>
        )}
      </figure>
    </Dialog>
  );
}

/** The alternative text of an image, or its kind if the author gave none. */
export function useAltText({ alt, type }: Media): string {
  const { t } = useTranslation();
  if (alt !== null && alt.trim() !== '') return capText(alt, 1_000);
  return type === 'photo' ? t('message.photoAlt') : t(`message.content.${type}`);
}
