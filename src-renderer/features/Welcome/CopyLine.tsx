import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './CopyLine.module.css';

/** A line of text to copy by a button. */
export function CopyLine({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className={styles.line}>
      <code className={styles.text}>{text}</code>
      <IconButton
        label={isCopied ? t('frame.copied') : t('frame.copy')}
        icon={isCopied ? <IconCheck size={15} /> : <IconCopy size={15} />}
        onClick={() => void copy()}
      />
    </div>
  );
}
