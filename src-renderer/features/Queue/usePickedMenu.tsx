import { IconFlag, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Conversation, Priority } from '#shared/domain/conversation.ts';
import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import type { Command } from '../../commands/registry.ts';
import { openContextMenu } from '../../state/contextMenu.ts';
import { usePicked } from '../../state/picked.ts';
import type { MenuAction, MenuEntry, MenuGroups } from '../../ui/ActionMenu.tsx';
import { toMenuIcon } from '../../ui/menuIcon.tsx';
import type { MenuPlace } from '../../ui/menuPlace.ts';
import { toCommandEntry } from './commandEntry.tsx';

type Rows = ReadonlyMap<string, Conversation>;

/**
 * Returns what opens the menu of a row that is picked: the commands on all that are picked, which keys and palette run too.
 */
export function usePickedMenu(): (row: Conversation, rows: Rows, place: MenuPlace) => void {
  const { t } = useTranslation();
  const toGroups = usePickedGroups();
  return (row, rows, place) =>
    openContextMenu({ about: row.id, label: t('bulk.bar'), place, groups: toGroups(rows) });
}

function usePickedGroups(): (rows: Rows) => MenuGroups {
  const { t } = useTranslation();
  const registry = useCommandRegistry();
  const toEntry = ({ id, label }: Command) => toCommandEntry(id, { label, run: () => void registry.run(id) });
  const toEntries = (ids: readonly string[]): MenuAction[] =>
    ids.flatMap((id) => {
      const command = registry.find(id);
      return command && command.when?.() !== false ? [toEntry(command)] : [];
    });
  const toAssigning = useAssigning(toEntries);
  const toPrioritising = (): MenuEntry => ({
    label: t('priority.label'),
    icon: toMenuIcon(IconFlag),
    entries: toEntries(Priority.options.map((one) => `conversation.priority:${one}`)),
  });
  return (rows) => [
    toEntries(handlingOf(rows)),
    toEntries(['conversation.tag', 'conversation.markRead', 'conversation.markUnread']),
    [...toAssigning(registry.list()), toPrioritising()],
    toEntries(['conversation.export']),
    toEntries(['list.unpick']),
  ];
}

/** The commands that would change something about what is picked. */
function handlingOf(rows: Rows): readonly string[] {
  const picked = [...usePicked.getState().picks.keys()].map((id) => rows.get(id));
  const areAll = (is: (row: Conversation | undefined) => boolean) => picked.every(is);
  return [
    ...(areAll((row) => row?.status === 'resolved') ? [] : ['conversation.resolve']),
    ...(picked.some((row) => row?.status === 'resolved') ? ['bulk.reopen'] : []),
    ...(areAll((row) => row?.status === 'resolved' || row?.status === 'pending')
      ? []
      : ['conversation.pending']),
    'conversation.snooze',
    ...(picked.some((row) => row && row.snoozedUntil !== null) ? ['bulk.wake'] : []),
  ];
}

/** To oneself at once, to others in a menu of their own. */
function useAssigning(toEntries: (ids: readonly string[]) => MenuAction[]) {
  const { t } = useTranslation();
  return (commands: readonly Command[]): MenuEntry[] => {
    const others = commands.map(({ id }) => id).filter((id) => id.startsWith('bulk.assign:'));
    const entries = toEntries([...others, 'bulk.unassign']);
    return [
      ...toEntries(['conversation.assignToMe']),
      ...(entries.length > 0
        ? [{ label: t('conversation.assign'), icon: toMenuIcon(IconUser), entries }]
        : []),
    ];
  };
}
