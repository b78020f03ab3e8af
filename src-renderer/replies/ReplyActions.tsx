import { useTranslation } from 'react-i18next';
import { useOpenOnX } from '../shell/useOpenLink.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ReplyState.module.css';
import type { UnfinishedReply } from './unfinishedReply.ts';
import { type OutboxTarget, useOutboxActions } from './useOutboxActions.ts';

interface Props {
  readonly status: UnfinishedReply['status'];
  readonly target: OutboxTarget;
  readonly sentAs: UnfinishedReply['sentAs'];
  readonly isUploading: boolean;
}

/** What an agent can do about a reply with this status. */
export function ReplyActions({ status, target, sentAs, isUploading }: Props) {
  switch (status.kind) {
    case 'held':
      return <HeldActions target={target} />;
    case 'queued':
      if (status.mayHaveArrived) return <NoActions />;
      return <QueuedActions target={target} isUploading={isUploading} />;
    case 'stopped':
      return <StoppedActions target={target} />;
    case 'refused':
      return <RefusedActions target={target} />;
    case 'unknown':
      return <UnknownActions target={target} sentAs={sentAs} />;
    default:
      return null;
  }
}

function HeldActions({ target }: { readonly target: OutboxTarget }) {
  const { t } = useTranslation();
  const act = useOutboxActions();
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => void act.undo(target)}>
        {t('message.undo')}
      </Button>
      <Button size="small" tone="quiet" onClick={() => void act.sendNow(target)}>
        {t('message.sendNow')}
      </Button>
    </div>
  );
}

/** Either way nothing reaches X; until an upload has ended, the engine takes the reply back as any that is queued. */
function QueuedActions({ target, isUploading }: Pick<Props, 'target' | 'isUploading'>) {
  const { t } = useTranslation();
  const act = useOutboxActions();
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => void act.undo(target)}>
        {t(isUploading ? 'message.cancelUpload' : 'message.edit')}
      </Button>
      <Button size="small" tone="quiet" onClick={() => void act.discard(target)}>
        {t('message.doNotSend')}
      </Button>
    </div>
  );
}

function NoActions() {
  const { t } = useTranslation();
  return <p className={styles.why}>{t('message.cannotCancel')}</p>;
}

function StoppedActions({ target }: { readonly target: OutboxTarget }) {
  const { t } = useTranslation();
  const act = useOutboxActions();
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => void act.confirm(target)}>
        {t('message.sendAnyway')}
      </Button>
      <Button size="small" onClick={() => void act.undo(target)}>
        {t('message.edit')}
      </Button>
      <Button size="small" tone="quiet" onClick={() => void act.discard(target)}>
        {t('message.dismiss')}
      </Button>
    </div>
  );
}

function RefusedActions({ target }: { readonly target: OutboxTarget }) {
  const { t } = useTranslation();
  const act = useOutboxActions();
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => void act.retry(target)}>
        {t('message.tryAgain')}
      </Button>
      <Button size="small" onClick={() => void act.edit(target)}>
        {t('message.edit')}
      </Button>
      <Button size="small" tone="quiet" onClick={() => void act.dismiss(target)}>
        {t('message.dismiss')}
      </Button>
    </div>
  );
}

function UnknownActions({ target, sentAs }: Pick<Props, 'target' | 'sentAs'>) {
  const { t } = useTranslation();
  const act = useOutboxActions();
  const openOnX = useOpenOnX();
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => openOnX.account(sentAs)}>
        {t('message.lookOnX')}
      </Button>
      <Button size="small" onClick={() => void act.settle(target, 'sent')}>
        {t('message.isThere')}
      </Button>
      <Button size="small" onClick={() => void act.settle(target, 'notSent')}>
        {t('message.isNotThere')}
      </Button>
      <Button size="small" tone="quiet" onClick={() => void act.retry(target)}>
        {t('message.sendAgain')}
      </Button>
    </div>
  );
}
