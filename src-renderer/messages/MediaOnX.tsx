import { IconFileUnknown, IconGif, IconMicrophone, IconPhoto, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Media } from '#shared/domain/message.ts';
import { useOpenOnX } from '../shell/useOpenLink.ts';
import { Button } from '../ui/Button.tsx';
import styles from './MessageMedia.module.css';
import type { MediaMessage } from './mediaBox.ts';

const icons = {
  photo: IconPhoto,
  video: IconVideo,
  gif: IconGif,
  audio: IconMicrophone,
  other: IconFileUnknown,
} as const;

interface Props {
  readonly message: MediaMessage;
  readonly item: Media;
}

/** What an attachment is that can be seen or heard on X only, and the way there. */
export function MediaOnX({ message, item }: Props) {
  const { t } = useTranslation();
  const openOnX = useOpenOnX();
  const Icon = icons[item.type];
  return (
    <div className={styles.onX}>
      <Icon aria-hidden="true" size={18} stroke={1.6} />
      <span>{t('message.mediaOnX', { what: t(`message.content.${item.type}`) })}</span>
      <Button size="small" onClick={() => openOnX.message(message)}>
        {t('message.openOnX')}
      </Button>
    </div>
  );
}
