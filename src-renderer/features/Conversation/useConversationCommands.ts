import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Conversation, Priority } from '#shared/domain/conversation.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import type { CommandInput } from '../../commands/registry.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { askToErase } from '../../state/erasing.ts';
import { useFind } from '../../state/find.ts';
import { leaveNote, useNoting, writeNote } from '../../state/noting.ts';
import { useHasPicks } from '../../state/picked.ts';
import { showScore } from '../../state/scoring.ts';
import { prepareSurvey } from '../../state/surveying.ts';
import { showTags } from '../../state/tagging.ts';
import { moveOnFrom, useUi } from '../../state/ui.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { useIsTeam } from '../../workspace/useTeam.ts';
import { useReplyChoicesStore } from '../../workspace/WorkspaceProvider.tsx';

/** Registers the commands on a conversation as a whole. Resolving moves the selection to the neighbouring row. */
export function useConversationCommands(id: string, conversation: Conversation | null | undefined) {
  const status = conversation?.status;
  const { t } = useTranslation();
  const { setStatus } = useConversationActions();
  const resolve = () => {
    moveOnFrom(id);
    void setStatus({ id, status: 'resolved' }, conversation);
  };
  const reopen = () => void setStatus({ id, status: 'open' }, conversation);
  useConversationKeys([
    {
      id: 'conversation.resolve',
      when: () => status !== 'resolved',
      run: resolve,
    },
    {
      id: 'conversation.reopen',
      label: t('conversation.reopen'),
      group: 'conversation',
      when: () => status === 'resolved',
      run: reopen,
    },
    {
      id: 'person.erase',
      label: t('erasing.command'),
      group: 'conversation',
      when: () => Boolean(conversation),
      run: () => {
        if (conversation) askToErase({ person: conversation.person, conversationId: id });
      },
    },
  ]);
  useSettingCommands(id, conversation);
  usePriorityCommands(id, conversation);
  return { resolve, reopen };
}

// While others are picked, these shortcuts are for them.
function useConversationKeys(commands: readonly CommandInput[]): void {
  useCommands(useHasPicks() ? [] : commands);
}

/** Registers a command for each priority, which only the palette has. */
function usePriorityCommands(id: string, conversation: Conversation | null | undefined): void {
  const { t } = useTranslation();
  const { setPriority } = useConversationActions();
  useConversationKeys(
    Priority.options.map((priority) => ({
      id: `conversation.priority:${priority}`,
      label: t('labelled', { label: t('priority.label'), value: t(`priority.${priority}`) }),
      group: 'conversation',
      when: () => conversation !== null && conversation !== undefined && conversation.priority !== priority,
      run: () => void setPriority({ id, priority }),
    })),
  );
}

/** Registers the commands that leave the conversation in the list: waiting for the person, and taking it over. */
function useSettingCommands(id: string, conversation: Conversation | null | undefined): void {
  const status = conversation?.status;
  const { setStatus, assign, markRead, markUnread, setVip } = useConversationActions();
  const me = useEngineQuery('agents.list', {}).data?.me;
  const isTeam = useIsTeam();
  useConversationKeys([
    {
      id: 'conversation.pending',
      when: () => status !== undefined && status !== 'pending' && status !== 'resolved',
      run: () => void setStatus({ id, status: 'pending' }, conversation),
    },
    {
      id: 'conversation.assignToMe',
      when: () => isTeam && me !== undefined,
      run: () => {
        if (me !== undefined) void assign({ id, agent: me });
      },
    },
    {
      id: 'conversation.markRead',
      when: () => (conversation?.unread ?? 0) > 0,
      run: () => void markRead(id),
    },
    { id: 'conversation.markUnread', run: () => void markUnread({ id }) },
    {
      id: 'person.vip',
      when: () => Boolean(conversation),
      run: () => {
        if (conversation) void setVip(id, { personId: conversation.person.id, isVip: !conversation.isVip });
      },
    },
  ]);
}

/**
 * Registers the shortcuts that open what is part of the conversation: the composer, with r where the person wrote, with others
 * on a certain channel, and the snooze menu. They work before the conversation is rendered.
 */
export function useOpeningCommands(conversationId: string): void {
  useCloseSnooze(conversationId);
  const choices = useReplyChoicesStore();
  const inFront = (open: () => void) => () => {
    useUi.getState().setFront('conversation');
    open();
  };
  const inReply = (open: () => void) =>
    inFront(() => {
      leaveNote();
      open();
    });
  useConversationKeys([
    {
      id: 'conversation.snooze',
      run: inFront(() => useUi.getState().showSnooze(conversationId)),
    },
    { id: 'note.write', run: inFront(() => writeNote(conversationId)) },
    { id: 'conversation.tag', run: () => showTags(conversationId) },
    { id: 'survey.ask', run: () => prepareSurvey(conversationId) },
    { id: 'survey.correct', run: () => showScore({ conversationId }) },
  ]);
  useCommands([
    {
      id: 'reply.write',
      run: inReply(() => choices.getState().answer(conversationId)),
    },
    {
      id: 'reply.public',
      run: inReply(() => choices.getState().write(conversationId, 'public')),
    },
    {
      id: 'reply.dm',
      run: inReply(() => choices.getState().write(conversationId, 'dm')),
    },
  ]);
}

/** Returns what says whether somebody has asked for a part of the conversation: its composer, its note, its find bar, its snooze menu. */
export function useIsPartWanted(conversationId: string): () => boolean {
  const choices = useReplyChoicesStore();
  return () =>
    [
      choices.getState().focusWanted,
      useNoting.getState().conversationId,
      useFind.getState().conversationId,
      useUi.getState().snoozing,
    ].includes(conversationId);
}

/** Closes the snooze menu with its conversation. */
function useCloseSnooze(conversationId: string): void {
  useEffect(
    () => () => {
      const { snoozing, showSnooze } = useUi.getState();
      if (snoozing === conversationId) showSnooze(null);
    },
    [conversationId],
  );
}
