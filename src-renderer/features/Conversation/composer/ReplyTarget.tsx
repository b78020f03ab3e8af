import { IconCornerUpLeft, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { Bidi } from '../../../ui/Bidi.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './ReplyTarget.module.css';

interface Props {
  readonly post: Message;
  /** True if an agent chose a post other than the newest. */
  readonly isChosen: boolean;
  readonly onNewest: () => void;
}

/** The post that a public reply answers. */
export function ReplyTarget({ post, isChosen, onNewest }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.target} data-chosen={isChosen || undefined}>
      <IconCornerUpLeft aria-hidden="true" size={14} stroke={1.75} />
      <span className={styles.word}>{t('composer.answers')}</span>
      <Bidi text={post.text.replace(/\s+/g, ' ')} cap={160} className={styles.text} />
      {isChosen && (
        <IconButton
          label={t('composer.answerNewest')}
          icon={<IconX size={14} stroke={1.75} />}
          side="top"
          className={styles.clear}
          onClick={onNewest}
        />
      )}
    </div>
  );
}
