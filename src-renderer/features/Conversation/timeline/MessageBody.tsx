import { IconLockQuestion, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { toPlaceholder } from '#shared/domain/placeholder.ts';
import { MessageMedia } from '../../../messages/MessageMedia.tsx';
import { MessageText } from '../../../messages/MessageText.tsx';
import { useOpenOnX } from '../../../shell/useOpenLink.ts';
import { Button } from '../../../ui/Button.tsx';
import { toExactTime } from '../../../ui/time.ts';
import styles from './MessageBody.module.css';

/** The content of a message, or that it was deleted or cannot be read. */
export function MessageBody({ message }: { readonly message: Message }) {
  if (message.deletedAt !== null) return <Tombstone deletedAt={message.deletedAt} />;
  if (message.unreadable) return <Unreadable message={message} />;
  const placeholder = toPlaceholder(message);
  return (
    <>
      {placeholder === 'empty' && <Empty />}
      {placeholder === null && <MessageText text={message.text} links={message.links} />}
      {message.earlier.length > 0 && <Edited earlier={message.earlier} />}
      <MessageMedia message={message} />
    </>
  );
}

function Empty() {
  const { t } = useTranslation();
  return <p className={styles.instead}>{t('message.placeholder.empty')}</p>;
}

function Tombstone({ deletedAt }: { readonly deletedAt: number }) {
  const { t, i18n } = useTranslation();
  return (
    <p className={styles.instead} title={toExactTime(deletedAt, i18n.language)}>
      <IconTrash aria-hidden="true" size={14} stroke={1.75} />
      {t('message.deleted')}
    </p>
  );
}

function Unreadable({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const openOnX = useOpenOnX();
  const open = () => (message.kind === 'dm' ? openOnX.messages() : openOnX.post(message));
  return (
    <div className={styles.unreadable}>
      <p className={styles.instead}>
        <IconLockQuestion aria-hidden="true" size={15} stroke={1.75} />
        {t('message.unreadable')}
      </p>
      <Button size="small" onClick={open}>
        {t('message.openOnX')}
      </Button>
    </div>
  );
}

/** Marks an edited message; a click shows its earlier versions. */
function Edited({ earlier }: { readonly earlier: Message['earlier'] }) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.edited}>
      <button
        type="button"
        aria-expanded={isOpen}
        title={t('message.earlier')}
        className={styles.mark}
        onClick={() => setOpen(!isOpen)}
      >
        {t('message.edited')}
      </button>
      {isOpen && (
        <ol aria-label={t('message.earlier')} className={styles.earlier}>
          {earlier.map(({ text, at }) => (
            <li key={at}>
              <time dateTime={new Date(at).toISOString()}>{toExactTime(at, i18n.language)}</time>
              <MessageText text={text} links={[]} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
