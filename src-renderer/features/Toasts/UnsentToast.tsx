import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEventParams } from '#shared/contract/events.ts';
import { useEngineEvent } from '../../engine/hooks.ts';
import { openConversation, useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { Toast } from './Toast.tsx';
import styles from './Toasts.module.css';
import { ToWhom } from './ToWhom.tsx';

type Unsent = EngineEventParams<'outbox.needsDecision'>;

interface Props {
  /** Wraps what takes the toast away, so that the focus is not lost with it. */
  readonly leaving: (act: () => void) => () => void;
}

/**
 * Says that X does not have a reply after all, on every screen, with the way to it. It stays until somebody has seen it, and
 * what was done to that conversation meanwhile is no longer said.
 */
export function UnsentToast({ leaving }: Props) {
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  useEngineEvent(({ name, params }) => {
    if (name !== 'outbox.needsDecision') return;
    setUnsent(params);
    const { toast, dismissToast } = useUi.getState();
    if (toast && 'conversationId' in toast.done && toast.done.conversationId === params.conversationId)
      dismissToast();
  });
  const isOpen = useUi(
    (state) => state.screen === 'conversations' && state.selectedId === unsent?.conversationId,
  );
  // Beside the reply itself it would say the same twice.
  if (!unsent || isOpen) return null;
  const close = leaving(() => setUnsent(null));
  return <Card unsent={unsent} onClose={close} />;
}

function Card({ unsent, onClose }: { readonly unsent: Unsent; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const open = () => {
    onClose();
    openConversation(unsent.conversationId);
  };
  return (
    <Toast
      icon={<IconAlertTriangle size={16} aria-hidden="true" />}
      tone="late"
      words={
        <>
          <span className={styles.what}>{t(`outbox.unsent.${unsent.kind}`)}</span>
          <ToWhom conversationId={unsent.conversationId} />
        </>
      }
      onDismiss={onClose}
    >
      <Button size="small" onClick={open}>
        {t('commands.open')}
      </Button>
    </Toast>
  );
}
