import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorWhat } from '../../errors/ErrorWhat.tsx';
import { useErrorText } from '../../errors/errorText.ts';
import { type Notice, useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Notices.module.css';

/** How long a notice stays on the screen, in milliseconds. */
const shownMs = 12_000;

/** The errors of commands, in words, in a corner of the window. */
export function Notices() {
  const notices = useUi((state) => state.notices);
  return (
    <div className={styles.notices} role="alert">
      {notices.map((notice) => (
        <Card key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function Card({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const text = useErrorText()(notice.error);
  const dismiss = useUi((state) => state.dismissNotice);
  useEffect(() => {
    const timer = setTimeout(() => dismiss(notice.id), shownMs);
    return () => clearTimeout(timer);
  }, [dismiss, notice.id]);
  return (
    <div className={styles.card}>
      <IconAlertTriangle aria-hidden="true" size={18} className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.what}>
          <ErrorWhat text={text} />
        </p>
        <p>
          {text.safe} {text.todo}
        </p>
      </div>
      <IconButton label={t('frame.dismiss')} icon={<IconX size={14} />} onClick={() => dismiss(notice.id)} />
    </div>
  );
}
