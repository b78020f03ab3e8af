import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { useSettle } from '../../workspace/useSettle.ts';
import { useReplyChoicesStore } from '../../workspace/WorkspaceProvider.tsx';

// Where resolved conversations stay in the list, so does the selection.
function selectNext(id: string): void {
  const ui = useUi.getState();
  if (ui.view !== 'all' && ui.view !== 'resolved') ui.selectNeighbourOf(id);
}

/** Registers the commands on a conversation as a whole. Resolving moves the selection to the neighbouring row. */
export function useConversationCommands(id: string, conversation: Conversation | null | undefined) {
  const status = conversation?.status;
  const { t } = useTranslation();
  const { setStatus } = useSettle();
  const assign = useEngineCommand('conversations.assign');
  const me = useEngineQuery('agents.list', {}).data?.me;
  const resolve = () => {
    selectNext(id);
    void setStatus({ id, status: 'resolved' }, conversation);
  };
  const reopen = () => void setStatus({ id, status: 'open' }, conversation);
  useCommands([
    {
      id: 'conversation.resolve',
      keys: ['e'],
      label: t('conversation.resolve'),
      group: 'conversation',
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
      id: 'conversation.assignToMe',
      keys: ['a'],
      label: t('conversation.takeIt'),
      group: 'conversation',
      when: () => me !== undefined,
      run: () => {
        if (me !== undefined) void assign({ id, agent: me });
      },
    },
  ]);
  return { resolve, reopen };
}

/**
 * Registers the shortcuts that start a reply: r in public, d in private. They work before the conversation is rendered.
 */
export function useWriteCommands(conversationId: string): void {
  const { t } = useTranslation();
  const choices = useReplyChoicesStore();
  const write = (channel: Channel) => {
    useUi.getState().setFront('conversation');
    choices.getState().write(conversationId, channel);
  };
  useCommands([
    {
      id: 'reply.public',
      keys: ['r'],
      label: t('composer.writePublic'),
      group: 'write',
      run: () => write('public'),
    },
    {
      id: 'reply.dm',
      keys: ['d'],
      label: t('composer.writeDm'),
      group: 'write',
      run: () => write('dm'),
    },
  ]);
}
