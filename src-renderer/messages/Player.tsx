import type { Media } from '#shared/domain/message.ts';
import styles from './MessageMedia.module.css';
import type { MediaBox } from './mediaBox.ts';
import { useAltText } from './useAltText.ts';

interface Props {
  readonly item: Media;
  readonly box: MediaBox | undefined;
  /** The `media:` address of the video or recording. */
  readonly source: string;
  /** The `media:` address of its preview picture. */
  readonly poster: string | undefined;
  readonly onBroken: () => void;
}

/** A video or voice message with the controls of the browser. Nothing is loaded before somebody presses play. */
export function Player({ item, box, source, poster, onBroken }: Props) {
  const name = useAltText(item);
  const shared = {
    controls: true,
    preload: 'none',
    src: source,
    'aria-label': name,
    onError: onBroken,
  } as const;
  if (item.type === 'audio') {
    return <audio className={styles.audio} {...shared} />;
  }
  return (
    <video className={styles.video} style={box} poster={poster} loop={item.type === 'gif'} {...shared} />
  );
}
