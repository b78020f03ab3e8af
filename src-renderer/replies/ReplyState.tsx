import {
  IconAlertTriangle,
  IconClock,
  IconEyeExclamation,
  IconHelpCircle,
  IconHourglassEmpty,
  IconSend,
  IconUpload,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorWhat } from '../errors/ErrorWhat.tsx';
import { useErrorText } from '../errors/errorText.ts';
import { toCountdown } from '../ui/time.ts';
import { useSecondsLeft } from '../ui/useSecondsLeft.ts';
import { ReplyActions } from './ReplyActions.tsx';
import styles from './ReplyState.module.css';
import { type ShownState, toShownState, type UnfinishedReply } from './unfinishedReply.ts';
import { useUpload } from './useUpload.ts';

const icons = {
  held: IconClock,
  queued: IconHourglassEmpty,
  uploading: IconUpload,
  waiting: IconHourglassEmpty,
  sending: IconSend,
  refused: IconAlertTriangle,
  unknown: IconHelpCircle,
  stopped: IconEyeExclamation,
} as const;

/** The status of a reply that X does not have yet, the reason for it, and what can be done about it. */
export function ReplyState(reply: UnfinishedReply) {
  const { status, target, sentAs } = reply;
  const upload = useUpload(reply);
  const state = upload === null ? toShownState(reply) : 'uploading';
  return (
    <div className={styles.state} data-state={state}>
      <StateLine state={state} heldUntil={status.kind === 'held' ? status.until : null} />
      {upload !== null && <UploadBar share={upload} />}
      <Explanation reply={reply} />
      <PartsOnX reply={reply} />
      {target && (
        <ReplyActions status={status} target={target} sentAs={sentAs} isUploading={upload !== null} />
      )}
    </div>
  );
}

/** How much of a reply in several posts X has, and what becomes of the rest; nothing before X has the first. */
function PartsOnX({ reply: { status, parts = [] } }: { readonly reply: UnfinishedReply }) {
  const { t } = useTranslation();
  const count = parts.filter((part) => part.status === 'sent').length;
  if (count === 0) return null;
  const needsAgent = status.kind === 'refused' || status.kind === 'unknown';
  return (
    <p className={styles.why}>
      {t('thread.onX', { count, all: parts.length })}{' '}
      {t(needsAgent ? 'thread.retrySends' : 'thread.restFollows')}
    </p>
  );
}

/** How much of the pictures X has. Screen readers say it when they come to it, not with each step. */
function UploadBar({ share }: { readonly share: number }) {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share);
  return (
    <div className={styles.upload} data-figures>
      <div
        role="progressbar"
        aria-label={t('message.uploadProgress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={percent}
        className={styles.bar}
      >
        <div className={styles.done} style={{ width: `${share * 100}%` }} />
      </div>
      <span aria-hidden="true">{percent}</span>
    </div>
  );
}

interface LineProps {
  readonly state: ShownState;
  readonly heldUntil: number | null;
}

function StateLine({ state, heldUntil }: LineProps) {
  const { t, i18n } = useTranslation();
  const time = toCountdown(useSecondsLeft(heldUntil), i18n.language);
  const Icon = icons[state];
  return (
    <p className={styles.line} data-figures>
      <Icon aria-hidden="true" size={14} stroke={1.75} />
      {t(`message.state.${state}`, { time })}
    </p>
  );
}

function Explanation({ reply: { status, error, personName } }: { readonly reply: UnfinishedReply }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  if (status.kind === 'stopped')
    return <p className={styles.why}>{t(`outbox.stopped.${status.reason}`, { name: personName })}</p>;
  if (status.kind === 'unknown') return <p className={styles.why}>{t('message.unknownHint')}</p>;
  if (!error) return null;
  const text = toText(error);
  return (
    <p className={styles.why}>
      <bdi>
        <ErrorWhat text={text} />
      </bdi>{' '}
      {status.kind === 'queued' ? text.safe : text.todo}
    </p>
  );
}
