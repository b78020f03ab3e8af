import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALT_TEXT_LIMIT, type ReplyFile } from '#shared/domain/replyFile.ts';
import { useEngineQuery } from '../engine/hooks.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { toShownName } from '../ui/shownName.ts';
import styles from './Attachments.module.css';
import type { AttachedFiles } from './useAttaching.ts';

interface Props {
  readonly attachments: AttachedFiles;
  /** Whether sending has asked for the alternative texts that are missing. */
  readonly isAsking?: boolean;
}

/** The pictures of a draft or a canned response, each with its alternative text. */
export function AttachmentList({ attachments, isAsking = false }: Props) {
  const { t } = useTranslation();
  const { files, adding } = attachments;
  if (files.length === 0 && adding === 0) return null;
  const missing = files.filter(({ altText }) => altText.trim() === '').length;
  return (
    <div className={styles.attachments}>
      <ul className={styles.list} aria-label={t('attaching.list')}>
        {files.map((file) => (
          <Item key={file.id} file={file} attachments={attachments} isAsking={isAsking} />
        ))}
      </ul>
      {adding > 0 && (
        <p className={styles.hint} role="status">
          {t('attaching.adding', { count: adding })}
        </p>
      )}
      {isAsking && missing > 0 && (
        <p className={styles.asked} role="alert">
          {t('attaching.ask', { count: missing })}
        </p>
      )}
    </div>
  );
}

interface ItemProps extends Required<Props> {
  readonly file: ReplyFile;
}

function Item({ file, attachments, isAsking }: ItemProps) {
  const { t } = useTranslation();
  // What is kept comes a moment later, which would move the cursor.
  const [altText, setAltText] = useState(file.altText);
  const name = toShownName(file.name, 60);
  const isMissing = isAsking && file.altText.trim() === '';
  return (
    <li className={styles.item}>
      <Thumbnail file={file} name={name} />
      <textarea
        className={styles.altText}
        dir="auto"
        rows={2}
        maxLength={ALT_TEXT_LIMIT}
        aria-label={t('attaching.altText', { name })}
        placeholder={t('attaching.altTextHint')}
        aria-invalid={isMissing || undefined}
        data-alt-text={file.altText.trim() === '' ? 'missing' : undefined}
        value={altText}
        onChange={(event) => {
          setAltText(event.target.value);
          attachments.describe(file.id, event.target.value);
        }}
      />
      <IconButton
        label={t('attaching.remove', { name })}
        icon={<IconX size={15} stroke={1.75} />}
        side="top"
        onClick={() => attachments.remove(file.id)}
      />
    </li>
  );
}

function Thumbnail({ file, name }: Pick<ItemProps, 'file'> & { readonly name: string }) {
  const { data } = useEngineQuery('media.read', { id: file.id });
  if (!data) return <span className={styles.thumbnail} />;
  const source = `data:${data.type};base64,${data.content}`;
  return <img className={styles.thumbnail} src={source} alt={file.altText || name} />;
}
