import { useTranslation } from 'react-i18next';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { useEngineQuery } from '../engine/hooks.ts';
import { toShownName } from '../ui/shownName.ts';
import styles from './ReplyFiles.module.css';

/** The pictures of an own message, until they are captured from X. */
export function ReplyFiles({ files }: { readonly files: readonly ReplyFile[] }) {
  return (
    <div className={styles.files}>
      {files.map((file) => (
        <File key={file.id} file={file} />
      ))}
    </div>
  );
}

function File({ file }: { readonly file: ReplyFile }) {
  const { t } = useTranslation();
  const { data, isError } = useEngineQuery('media.read', { id: file.id });
  const name = toShownName(file.name, 60);
  if (isError) return <span className={styles.gone}>{t('attaching.sentWith', { name })}</span>;
  if (!data) return <span className={styles.file} />;
  return (
    <img
      className={styles.file}
      src={`data:${data.type};base64,${data.content}`}
      alt={file.altText || name}
      width={file.width}
      height={file.height}
    />
  );
}
