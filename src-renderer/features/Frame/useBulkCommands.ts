import { useTranslation } from 'react-i18next';
import type { BulkChange } from '#shared/domain/bulkChange.ts';
import { Priority } from '#shared/domain/conversation.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import type { CommandInput } from '../../commands/registry.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { usePicked } from '../../state/picked.ts';
import { allPicked, showTags } from '../../state/tagging.ts';
import { counted } from '../../ui/counted.ts';
import { toShownName } from '../../ui/shownName.ts';
import { useBulkActions } from '../../workspace/useBulkActions.ts';
import { useIsTeam } from '../../workspace/useTeam.ts';

/** Registers the commands on what is picked, under the shortcuts of those on the open conversation, which rest meanwhile. */
export function useBulkCommands(onSnooze: () => void): void {
  const { t } = useTranslation();
  const count = usePickedCount();
  const change = useChange();
  useCommands([
    {
      id: 'conversation.resolve',
      label: t('bulk.resolve', count),
      run: change({ type: 'status', status: 'resolved' }),
    },
    {
      id: 'conversation.pending',
      label: t('bulk.pending', count),
      run: change({ type: 'status', status: 'pending' }),
    },
    { id: 'conversation.snooze', label: t('bulk.snooze', count), run: onSnooze },
    { id: 'conversation.markRead', label: t('bulk.markRead', count), run: change({ type: 'read' }) },
    { id: 'conversation.markUnread', label: t('bulk.markUnread', count), run: change({ type: 'unread' }) },
    { id: 'conversation.tag', label: t('bulk.tag', count), run: () => showTags(allPicked) },
    ...useWithoutShortcut(),
    ...usePriorities(),
  ]);
}

function usePickedCount() {
  const { i18n } = useTranslation();
  const count = usePicked(({ picks }) => picks.size);
  return counted(count, i18n.language);
}

function useChange(): (how: BulkChange) => () => void {
  const { changePicked } = useBulkActions();
  return (how) => () => void changePicked(how);
}

/** A command for each priority. */
function usePriorities(): readonly CommandInput[] {
  const { t } = useTranslation();
  const change = useChange();
  return Priority.options.map((priority) => ({
    id: `conversation.priority:${priority}`,
    label: t('labelled', { label: t('priority.label'), value: t(`priority.${priority}`) }),
    group: 'conversation',
    run: change({ type: 'priority', priority }),
  }));
}

/** The commands that only the palette has, and those on the assignee. */
function useWithoutShortcut(): readonly CommandInput[] {
  const { t } = useTranslation();
  const count = usePickedCount();
  const change = useChange();
  const { me, all = [] } = useEngineQuery('agents.list', {}).data ?? {};
  const isTeam = useIsTeam();
  const command = (id: string, label: string, how: BulkChange): CommandInput => {
    return {
      id,
      label,
      group: 'conversation',
      when: () => how.type !== 'assign' || isTeam,
      run: change(how),
    };
  };
  const toOther = (agent: string) => {
    const label = t('bulk.assign', { ...count, agent: toShownName(agent, 24) });
    return command(`bulk.assign:${agent}`, label, { type: 'assign', agent });
  };
  return [
    {
      id: 'conversation.assignToMe',
      label: t('bulk.assignToMe', count),
      when: () => isTeam && me !== undefined,
      run: change({ type: 'assign', agent: me ?? null }),
    },
    command('bulk.reopen', t('bulk.reopen', count), { type: 'status', status: 'open' }),
    command('bulk.wake', t('bulk.wake', count), { type: 'snooze', until: null }),
    command('bulk.unassign', t('bulk.unassign', count), { type: 'assign', agent: null }),
    ...all.filter((agent) => agent !== me).map(toOther),
  ];
}
