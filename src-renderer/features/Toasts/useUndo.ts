import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { ownsKeys } from '../../commands/keys.ts';
import { useCommandsAhead } from '../../commands/useCommandsAhead.ts';
import { engineKey, useEngineCommand } from '../../engine/hooks.ts';
import { useOutboxActions } from '../../replies/useOutboxActions.ts';
import { useJustSent } from '../../state/justSent.ts';
import { expectBack } from '../../state/returning.ts';
import { useSaid } from '../../state/said.ts';
import {
  type Done,
  type DoneBlocked,
  type DoneHidden,
  type DoneInLibrary,
  type DoneMany,
  type DoneOne,
  focusForKeys,
  useUi,
} from '../../state/ui.ts';
import { isUnderWay, isUndoing, undoing } from '../../state/underWay.ts';
import { counted } from '../../ui/counted.ts';
import { useTypeAhead } from '../../ui/typeAhead.ts';
import { useDraftKeeper } from '../../workspace/useDraft.ts';

/** Undoing what an agent did in this window. */
interface Undo {
  /** Takes back a reply that is held; its text returns to the composer. */
  send(entry: OutboxEntry): Promise<void>;
  action(done: Done): Promise<void>;
}

/**
 * Returns how to undo and what was done last of all, and registers its keys. `held` are the replies that can be taken back, newest
 * first.
 */
export function useUndo(held: readonly OutboxEntry[]) {
  const undo = toFollowed({ send: useUndoSend(), action: useUndoAction() });
  const done = useUi((state) => state.done.at(-1));
  const [reply] = held;
  const justSent = useJustSent((state) => state.sent.at(-1));
  const isReplyLast = reply !== undefined && (!done || reply.createdAt >= done.at);
  const isSendingLast = justSent !== undefined && (!done || justSent.at >= done.at);
  const undoLast = () => {
    if (isSendingLast) void undoing(justSent.takeBack());
    else if (isReplyLast) void undo.send(reply);
    else if (done) void undo.action(done);
  };
  useCommands([
    {
      id: 'undo.last',
      when: () => (isSendingLast || isReplyLast || done !== undefined) && !ownsKeys(document.activeElement),
      isRepeated: true,
      run: undoLast,
    },
    {
      id: 'undo.send',
      when: () => (justSent !== undefined || reply !== undefined) && isInEmptyComposer(),
      run: () => {
        if (justSent) void undoing(justSent.takeBack());
        else if (reply) void undo.send(reply);
      },
    },
  ]);
  // What was done before is not meant.
  useCommandsAhead(['undo.last'], isUnderWay);
  // Nor what is selected until then.
  useTypeAhead(() => isUndoing() && !ownsKeys(document.activeElement));
  return { undo, last: isReplyLast ? reply : done };
}

function toFollowed({ send, action }: Undo): Undo {
  return { send: (entry) => undoing(send(entry)), action: (done) => undoing(action(done)) };
}

// Where there is text, the key undoes typing.
function isInEmptyComposer(): boolean {
  const field = document.activeElement;
  return field instanceof HTMLTextAreaElement && field.dataset.undoesSend !== undefined && field.value === '';
}

/** A reply is taken back once, however often the key is pressed before the outbox is read again. */
function useUndoSend(): Undo['send'] {
  const act = useOutboxActions();
  const begun = useRef(new Set<string>());
  return async ({ id, conversationId }) => {
    if (begun.current.has(id)) return;
    begun.current.add(id);
    await act.undo({ outboxId: id, conversationId });
    begun.current.delete(id);
  };
}

function useUndoAction(): Undo['action'] {
  const undoOne = useUndoOne();
  const undoMany = useUndoMany();
  const undoHiding = useUndoHiding();
  const undoBlocking = useUndoBlocking();
  const undoInLibrary = useUndoInLibrary();
  return (done) => {
    if ('hiddenId' in done) return undoHiding(done);
    if ('blockedId' in done) return undoBlocking(done);
    if ('libraryActivityId' in done) return undoInLibrary(done);
    return 'bulkId' in done ? undoMany(done) : undoOne(done);
  };
}

function useUndoHiding(): (done: DoneHidden) => Promise<void> {
  const { t } = useTranslation();
  const hide = useEngineCommand('listening.hide');
  return async (done) => {
    const ui = useUi.getState();
    ui.forget(done);
    const result = await hide({ messageId: done.hiddenId, hidden: false });
    if (result.ok) useSaid.getState().say(t('conversation.system.undone'));
    else if (result.error.code !== 'notFound') ui.did(done);
  };
}

function useUndoBlocking(): (done: DoneBlocked) => Promise<void> {
  const { t } = useTranslation();
  const block = useEngineCommand('listening.block');
  return async (done) => {
    const ui = useUi.getState();
    ui.forget(done);
    const result = await block({ personId: done.blockedId, blocked: false });
    if (result.ok) useSaid.getState().say(t('conversation.system.undone'));
    else if (result.error.code !== 'notFound') ui.did(done);
  };
}

function useUndoInLibrary(): (done: DoneInLibrary) => Promise<void> {
  const { t } = useTranslation();
  const undoActivity = useEngineCommand('activities.undo');
  return async (done) => {
    const ui = useUi.getState();
    ui.forget(done);
    const result = await undoActivity({ id: done.libraryActivityId });
    if (result.ok) useSaid.getState().say(t('conversation.system.undone'));
    else if (result.error.code !== 'notFound') ui.did(done);
  };
}

function useUndoMany(): (done: DoneMany) => Promise<void> {
  const { t, i18n } = useTranslation();
  const undoBulk = useEngineCommand('bulk.undo');
  return async (done) => {
    const ui = useUi.getState();
    ui.forget(done);
    expectBack(done.ids);
    const result = await undoBulk({ id: done.bulkId });
    if (!result.ok) {
      if (result.error.code !== 'notFound') ui.did(done);
      return;
    }
    const { undone, left } = result.value;
    const words = [
      ...(undone.length > 0 ? [t('bulk.undone', counted(undone.length, i18n.language))] : []),
      ...(left.length > 0 ? [t('bulk.notUndone', counted(left.length, i18n.language))] : []),
    ];
    useSaid.getState().say(words.join(' · '));
    if (done.returnTo !== null && undone.includes(done.returnTo)) returnTo(done.returnTo);
  };
}

function useUndoOne(): (done: DoneOne) => Promise<void> {
  const undoActivity = useEngineCommand('activities.undo');
  const restoreDraft = useRestoreDraft();
  return async (done) => {
    const ui = useUi.getState();
    ui.forget(done);
    expectBack([done.conversationId]);
    const result = await undoActivity({ id: done.activityId });
    if (result.ok) {
      restoreDraft(done);
      ui.undid(done);
      if (leaves.has(done.what.type)) returnTo(done.conversationId);
    } else if (result.error.code === 'notUndone') {
      returnTo(done.conversationId);
    } else if (result.error.code !== 'notFound') {
      ui.did(done);
    }
  };
}

/** Returns what shows in the composer that the engine has put a draft back, unless somebody has typed on meanwhile. */
function useRestoreDraft(): (done: DoneOne) => void {
  const keeper = useDraftKeeper();
  const queries = useQueryClient();
  return ({ conversationId, draft }) => {
    if (!draft) return;
    const { channel, before, after } = draft;
    if (keeper.get(conversationId, channel) === after) keeper.set(conversationId, channel, before);
    void queries.invalidateQueries({ queryKey: engineKey('drafts.list', { conversationId }) });
  };
}

/** After these the conversation was out of sight. */
const leaves: ReadonlySet<string> = new Set(['resolved', 'pending', 'snoozed']);

function returnTo(conversationId: string): void {
  useUi.getState().select(conversationId);
  focusForKeys();
}
