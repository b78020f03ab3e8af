import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import type { Media } from '#shared/domain/message.ts';
import { useShellState } from '../shell/ShellProvider.tsx';
import { asPicture, type KeptPicture, toPictureName } from './keptPicture.ts';
import { Lightbox } from './Lightbox.tsx';
import { MediaOnX } from './MediaOnX.tsx';
import styles from './MessageMedia.module.css';
import { type MediaBox, type MediaMessage, toMediaBox } from './mediaBox.ts';
import { Player } from './Player.tsx';
import { useAltText } from './useAltText.ts';

interface Props {
  readonly message: MediaMessage;
}

/** The media of a message, in boxes that have their size before the image loads. */
export function MessageMedia({ message }: Props) {
  const { media } = message;
  const { preferences } = useShellState();
  const [at, setAt] = useState<number | null>(null);
  if (media.length === 0) return null;
  // Who opens one picture of a message wants to see them.
  const isWanted = !preferences.loadMedia;
  const name = toPictureName(message);
  const pictures = media.flatMap((item) =>
    isPicture(item) ? { item, address: toAddress(message, item.url, isWanted), name } : [],
  );
  return (
    <div className={styles.media} data-count={Math.min(media.length, 4)}>
      {media.map((item) => (
        <Item
          key={item.key}
          message={message}
          item={item}
          box={media.length === 1 ? toMediaBox(item) : undefined}
          onOpen={() => setAt(pictures.findIndex((picture) => picture.item === item))}
        />
      ))}
      <Lightbox pictures={pictures} at={at} onMove={setAt} onClose={() => setAt(null)} />
    </div>
  );
}

function isPicture(item: Media): item is Media & { readonly url: string } {
  return item.url !== null && item.playUrl === undefined;
}

function toAddress(message: MediaMessage, url: string, isWanted: boolean): string {
  return toMediaAddress(url, { messageId: message.kind === 'dm' ? message.id : null, isWanted });
}

interface ItemProps {
  readonly message: MediaMessage;
  readonly item: Media;
  readonly box: MediaBox | undefined;
  /** Enlarges the picture. */
  readonly onOpen: () => void;
}

function Item({ message, item, box, onOpen }: ItemProps) {
  const { preferences } = useShellState();
  const [isWanted, setWanted] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const { url, playUrl } = item;
  const isShown = preferences.loadMedia || isWanted;
  if (isBroken || (url === null && playUrl === undefined)) {
    return <MediaOnX message={message} item={item} />;
  }
  if (!isShown) return <Hidden onShow={() => setWanted(true)} />;
  if (playUrl !== undefined) {
    const poster = url === null ? undefined : toAddress(message, url, isWanted);
    const onBroken = () => setBroken(true);
    return (
      <Player
        item={item}
        box={box}
        source={toAddress(message, playUrl, isWanted)}
        poster={poster}
        onBroken={onBroken}
      />
    );
  }
  if (url === null) return null;
  return (
    <Picture
      item={item}
      box={box}
      picture={{ address: toAddress(message, url, isWanted), name: toPictureName(message) }}
      onOpen={onOpen}
      onBroken={() => setBroken(true)}
    />
  );
}

function Hidden({ onShow }: { readonly onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.absent} onClick={onShow}>
      <IconPhotoOff aria-hidden="true" size={18} stroke={1.6} />
      <span>{t('message.mediaHidden')}</span>
      <strong>{t('message.mediaShow')}</strong>
    </button>
  );
}

interface PictureProps extends Pick<ItemProps, 'item' | 'box' | 'onOpen'> {
  readonly picture: KeptPicture;
  readonly onBroken: () => void;
}

function Picture({ item, box, picture, onOpen, onBroken }: PictureProps) {
  const { t } = useTranslation();
  const alt = useAltText(item);
  const name = t('message.enlarge', { what: alt });
  return (
    <button
      type="button"
      className={styles.picture}
      style={box}
      aria-label={name}
      onClick={onOpen}
      {...asPicture(picture)}
    >
      <img src={picture.address} alt={alt} draggable={false} decoding="async" onError={onBroken} />
      {item.type !== 'photo' && <span className={styles.kind}>{t(`message.content.${item.type}`)}</span>}
    </button>
  );
}
