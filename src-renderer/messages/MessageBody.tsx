import { IconEyeOff, IconLockQuestion, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { toContent } from '#shared/domain/messageContent.ts';
import { useOpenMessageOnX } from '../shell/useOpenLink.ts';
import { Button } from '../ui/Button.tsx';
import shared from '../ui/shared.module.css';
import { toExactTime } from '../ui/time.ts';
import { Attachments } from './Attachments.tsx';
import styles from './MessageBody.module.css';
import { MessageMedia } from './MessageMedia.tsx';
import { MessageText } from './MessageText.tsx';
import { QuotedPosts } from './QuotedPosts.tsx';
import { ReplyFiles } from './ReplyFiles.tsx';

/** The content of a message, or that it was deleted or cannot be read. */
export function MessageBody({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  if (message.deletedAt !== null) return <Tombstone deletedAt={message.deletedAt} />;
  if (message.unreadable) return <Unreadable message={message} />;
  return (
    <>
      {message.text !== '' && <MessageText text={message.text} links={message.links} lang={message.lang} />}
      {toContent(message) === 'empty' && !message.files && (
        <p className={shared.instead}>{t('message.content.empty')}</p>
      )}
      {message.earlier.length > 0 && <Edited message={message} />}
      <MessageMedia message={message} />
      {message.files && <ReplyFiles files={message.files} />}
      <Attachments message={message} />
      {message.isHidden && (
        <p className={shared.instead}>
          <IconEyeOff aria-hidden="true" size={14} stroke={1.75} />
          {t('menu.hidden')}
        </p>
      )}
      <QuotedPosts quotes={message.quotes} />
    </>
  );
}

function Tombstone({ deletedAt }: { readonly deletedAt: number }) {
  const { t, i18n } = useTranslation();
  return (
    <p className={shared.instead} title={toExactTime(deletedAt, i18n.language)}>
      <IconTrash aria-hidden="true" size={14} stroke={1.75} />
      {t('message.deleted')}
    </p>
  );
}

function Unreadable({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const open = useOpenMessageOnX(message);
  return (
    <div className={styles.unreadable}>
      <p className={shared.instead}>
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
function Edited({ message: { earlier, lang } }: { readonly message: Message }) {
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
              <MessageText text={text} links={[]} lang={lang} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
