import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { useOpenMessageOnX } from '../shell/useOpenLink.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Attachments.module.css';
import { PollView } from './PollView.tsx';

interface Props {
  readonly message: Pick<Message, 'attachments' | 'author' | 'xId' | 'kind'>;
}

/** Polls, and by its name what Perch cannot show, with a way to X. */
export function Attachments({ message }: Props) {
  const { t } = useTranslation();
  const open = useOpenMessageOnX(message);
  return message.attachments.map((attachment, index) =>
    attachment.kind === 'poll' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes the order of its attachments
      <PollView key={index} poll={attachment} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes the order of its attachments
      <div key={index} className={styles.other}>
        <p className={styles.name}>
          <IconPaperclip aria-hidden="true" size={14} stroke={1.75} />
          {attachment.name === 'poll'
            ? t('labelled', { label: t('message.content.poll'), value: t('message.notHere') })
            : t('message.attachmentUnknown', { name: attachment.name })}
        </p>
        <Button size="small" onClick={open}>
          {t('message.openOnX')}
        </Button>
      </div>
    ),
  );
}
