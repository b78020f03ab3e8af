import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ErrorWhat } from '../../errors/ErrorWhat.tsx';
import { useErrorText } from '../../errors/errorText.ts';
import { type Notice, useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useNoticePlace } from '../../ui/noticePlace.ts';
import styles from './Notices.module.css';

/** How long a notice stays on the screen, in milliseconds. */
const shownMs = 12_000;

/** The errors of commands, in words: in a corner of the window, or in the dialog that is open. */
export function Notices() {
  const notices = useUi((state) => state.notices);
  const place = useNoticePlace();
  const [opened, setOpened] = useState({ place, before: notices });
  if (opened.place !== place) setOpened({ place, before: notices });
  // What was said before the dialog opened stays where it was.
  const isOfDialog = (notice: Notice) => place !== null && !opened.before.includes(notice);
  const ofDialog = notices.filter(isOfDialog);
  return (
    <>
      <Cards notices={notices.filter((notice) => !isOfDialog(notice))} />
      {place && ofDialog.length > 0 && createPortal(<Cards notices={ofDialog} />, place)}
    </>
  );
}

function Cards({ notices }: { readonly notices: readonly Notice[] }) {
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
