import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useSaid } from '../../state/said.ts';
import { type Done, focusForKeys, openConversation, useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionToast } from './ActionToast.tsx';
import { CheckToast } from './CheckToast.tsx';
import { HeldToast } from './HeldToast.tsx';
import styles from './Toasts.module.css';
import { UnsentToast } from './UnsentToast.tsx';
import { useIsWriting } from './useIsWriting.ts';
import { useUndo } from './useUndo.ts';
import { WordsToast } from './WordsToast.tsx';

const SEARCHED_ENTRIES = 20;

/** The replies that can be taken back, newest first. */
function useHeldReplies(): readonly OutboxEntry[] {
  const { data } = useEngineQuery('outbox.list', { limit: SEARCHED_ENTRIES });
  return data?.items.filter(({ status }) => status.kind === 'held') ?? [];
}

/** What the agent did last and the newest reply that can be taken back, on every screen, with their undo. They take no focus. */
export function Toasts() {
  const { t } = useTranslation();
  const held = useHeldReplies();
  const { undo, last } = useUndo(held);
  const toast = useUi((state) => state.toast);
  const [closed, setClosed] = useState<string>();
  const isWriting = useIsWriting();
  const region = useRef<HTMLElement>(null);
  const [reply] = held;
  const leaving = (act: () => void) => () => {
    leave(region.current);
    act();
  };
  return (
    <section ref={region} className={styles.toasts} aria-label={t('frame.toasts')}>
      <div role="status" aria-atomic="false" className={styles.cards}>
        {reply && reply.id !== closed && (
          <HeldToast
            key={reply.id}
            entry={reply}
            others={held.length - 1}
            command={isWriting ? 'undo.send' : last === reply ? 'undo.last' : undefined}
            onUndo={() => void undo.send(reply)}
            onDismiss={leaving(() => setClosed(reply.id))}
          />
        )}
        {toast && (
          <DoneToast
            {...toast}
            command={!isWriting && last === toast.done ? 'undo.last' : undefined}
            onUndo={leaving(() => void undo.action(toast.done))}
            onDismiss={leaving(() => useUi.getState().dismissToast())}
          />
        )}
        <OtherToasts leaving={leaving} />
      </div>
    </section>
  );
}

/** What is said without anything to undo. */
function OtherToasts({ leaving }: { readonly leaving: (act: () => void) => () => void }) {
  const said = useSaid((state) => state.said);
  const { dismiss } = useSaid.getState();
  return (
    <>
      {said && (
        <WordsToast key={said.words} words={said.words} onDismiss={leaving(dismiss)} onExpire={dismiss}>
          {said.conversationId !== null && (
            <OpenButton conversationId={said.conversationId} onOpen={dismiss} />
          )}
        </WordsToast>
      )}
      <CheckToast />
      <UnsentToast leaving={leaving} />
    </>
  );
}

interface OpenProps {
  readonly conversationId: string;
  readonly onOpen: () => void;
}

/** Opens the conversation that a toast is about, unless it is open. */
function OpenButton({ conversationId, onOpen }: OpenProps) {
  const { t } = useTranslation();
  const isOpen = useUi(
    ({ screen, selectedId }) => screen === 'conversations' && selectedId === conversationId,
  );
  if (isOpen) return null;
  const open = () => {
    onOpen();
    openConversation(conversationId);
  };
  return (
    <Button size="small" onClick={open}>
      {t('commands.open')}
    </Button>
  );
}

interface DoneProps {
  readonly done: Done;
  readonly isUndone: boolean;
  readonly command: string | undefined;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

function DoneToast({ done, ...props }: DoneProps) {
  const { t } = useTranslation();
  if ('activityId' in done) {
    return <ActionToast key={`${done.activityId} ${props.isUndone}`} done={done} {...props} />;
  }
  return (
    <WordsToast
      key={done.at}
      isDone
      words={done.words}
      onDismiss={props.onDismiss}
      onExpire={useUi.getState().dismissToast}
    >
      <Button size="small" {...(props.command ? { command: props.command } : {})} onClick={props.onUndo}>
        {t('message.undo')}
      </Button>
    </WordsToast>
  );
}

/** A card that goes must not take the focus with it. */
function leave(region: HTMLElement | null): void {
  if (region?.contains(document.activeElement)) focusForKeys();
}
