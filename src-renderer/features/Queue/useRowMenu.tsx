import {
  IconAlarmSnooze,
  IconExternalLink,
  IconFlag,
  IconLink,
  IconMessage,
  IconUser,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Conversation, Priority } from '#shared/domain/conversation.ts';
import type { ShortcutId } from '#shared/domain/shortcuts.ts';
import { toCommandWords } from '../../commands/commandWords.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { useOpenOnX } from '../../shell/useOpenLink.ts';
import { toProfileUrl } from '../../shell/xPages.ts';
import { openContextMenu } from '../../state/contextMenu.ts';
import { copyOrSay } from '../../state/copyOrSay.ts';
import { writeNote } from '../../state/noting.ts';
import { hasPicks, usePicked } from '../../state/picked.ts';
import { startPrinting } from '../../state/printing.ts';
import { showTags } from '../../state/tagging.ts';
import { moveOnFrom, openConversation, useUi } from '../../state/ui.ts';
import type { MenuAction, MenuEntry, MenuGroups } from '../../ui/ActionMenu.tsx';
import { toMenuIcon } from '../../ui/menuIcon.tsx';
import type { MenuPlace } from '../../ui/menuPlace.ts';
import { toName, toShownName } from '../../ui/shownName.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { useExport } from '../../workspace/useExport.ts';
import { useIsTeam } from '../../workspace/useTeam.ts';
import { toCommandEntry } from './commandEntry.tsx';
import { usePickedMenu } from './usePickedMenu.tsx';

/**
 * Returns what opens the menu of a row: what can be done to its conversation without opening it, or if it is picked, to all that are
 * picked.
 */
export function useRowMenu(
  rows: ReadonlyMap<string, Conversation>,
): (row: Conversation, place: MenuPlace) => void {
  const { t } = useTranslation();
  const openPicked = usePickedMenu();
  const toGroups = useGroups();
  return (row, place) => {
    if (usePicked.getState().picks.has(row.id)) return openPicked(row, rows, place);
    const label = t('menu.conversation', { name: toShownName(toName(row.person)) });
    openContextMenu({ about: row.id, label, place, groups: toGroups(row) });
  };
}

function useGroups(): (row: Conversation) => MenuGroups {
  const { t } = useTranslation();
  const toHandling = useHandling();
  const toAssigning = useAssigning();
  const toKeeping = useKeeping();
  const toPrioritising = usePrioritising();
  const openOnX = useOpenOnX();
  const isReadOnly = useIsReadOnly();
  const exportThem = useExport();
  return (row) => [
    [
      {
        label: t('commands.openConversation'),
        command: 'list.open',
        icon: toMenuIcon(IconMessage),
        run: () => openConversation(row.id),
      },
    ],
    ...(isReadOnly ? [] : [toHandling(row), toKeeping(row), [...toAssigning(row), toPrioritising(row)]]),
    [
      ...toPrinting(row, t),
      toNamedEntry('conversation.export', t, () => void exportThem([row.id])),
      {
        label: t('menu.copyPersonLink'),
        icon: toMenuIcon(IconLink),
        run: () => void copyOrSay(toProfileUrl(row.person)),
      },
      {
        label: t('person.openOnX'),
        icon: toMenuIcon(IconExternalLink),
        run: () => openOnX.profile(row.person),
      },
    ],
  ];
}

/** An entry under the name of its command. */
function toNamedEntry(id: ShortcutId, t: TFunction, run: () => void): MenuAction {
  const { command = id, ...entry } = toCommandEntry(id, { label: toCommandWords(t)[id].label, run });
  // While others are picked, the key is for them.
  return hasPicks() ? entry : { ...entry, command };
}

/** The entries that take a conversation off the queue or bring it back. */
function useHandling(): (row: Conversation) => MenuEntry[] {
  const { t } = useTranslation();
  const toSnoozing = useSnoozing();
  const { setStatus } = useConversationActions();
  return (row) => {
    const { id, status } = row;
    const set = (next: 'open' | 'pending' | 'resolved') => () => {
      if (next === 'resolved') moveOnFrom(id);
      void setStatus({ id, status: next }, row);
    };
    const resolve = toNamedEntry('conversation.resolve', t, set('resolved'));
    const wait = toNamedEntry('conversation.pending', t, set('pending'));
    const reopen = toCommandEntry('conversation.reopen', {
      label: t('conversation.reopen'),
      run: set('open'),
    });
    const settling = status === 'resolved' ? [reopen] : status === 'pending' ? [resolve] : [resolve, wait];
    return [...settling, toSnoozing(row)];
  };
}

function useSnoozing(): (row: Conversation) => MenuEntry {
  const { t } = useTranslation();
  const { snooze } = useConversationActions();
  return (row) => {
    const { id, snoozedUntil } = row;
    const choose = () => {
      useUi.getState().select(id);
      useUi.getState().showSnooze(id);
    };
    if (snoozedUntil === null) return toNamedEntry('conversation.snooze', t, choose);
    const wake = () => void snooze({ id, until: null }, row);
    return { label: t('conversation.wake'), icon: toMenuIcon(IconAlarmSnooze), run: wake };
  };
}

/** The entries that leave it where it is: its tags, a note, and whether it is read. */
function useKeeping(): (row: Conversation) => MenuEntry[] {
  const { t } = useTranslation();
  const { markRead, markUnread } = useConversationActions();
  return ({ id, unread }) => {
    const note = () => {
      useUi.getState().select(id);
      writeNote(id);
    };
    return [
      toNamedEntry('conversation.tag', t, () => showTags(id)),
      toNamedEntry('note.write', t, note),
      unread > 0
        ? toNamedEntry('conversation.markRead', t, () => void markRead(id))
        : toNamedEntry('conversation.markUnread', t, () => void markUnread({ id })),
    ];
  };
}

function toPrinting({ id }: Conversation, t: TFunction): MenuEntry[] {
  return [
    toNamedEntry('conversation.print', t, () =>
      startPrinting({ of: 'history', conversationId: id, target: 'paper' }),
    ),
    toCommandEntry('conversation.savePdf', {
      label: t('print.savePdf'),
      run: () => startPrinting({ of: 'history', conversationId: id, target: 'pdf' }),
    }),
  ];
}

/** The other priorities, in a menu of their own. */
function usePrioritising(): (row: Conversation) => MenuEntry {
  const { t } = useTranslation();
  const { setPriority } = useConversationActions();
  return ({ id, priority }) => ({
    label: t('priority.label'),
    icon: toMenuIcon(IconFlag),
    entries: Priority.options
      .filter((one) => one !== priority)
      .map((one) => ({
        label: t(`priority.${one}`),
        icon: toMenuIcon(IconFlag),
        run: () => void setPriority({ id, priority: one }),
      })),
  });
}

/** The entries that give a conversation to an agent: to oneself at once, to others in a menu of their own. */
function useAssigning(): (row: Conversation) => MenuEntry[] {
  const { t } = useTranslation();
  const { assign } = useConversationActions();
  const isTeam = useIsTeam();
  const { me, all } = useEngineQuery('agents.list', {}).data ?? { me: '', all: [] };
  return ({ id, agent }) => {
    if (!isTeam) return [];
    const icon = toMenuIcon(IconUser);
    const give = (name: string | null) => () => void assign({ id, agent: name });
    const unassign: MenuAction = { label: t('conversation.assignNobody'), icon, run: give(null) };
    const take = toNamedEntry('conversation.assignToMe', t, give(me));
    const others = all.filter((name) => name !== agent && name !== me);
    const toOthers = others.map((name) => ({ label: toShownName(name, 24), icon, run: give(name) }));
    const nobody = agent === null ? [] : [unassign];
    return [
      ...(agent === me || me === '' ? [] : [take]),
      ...(toOthers.length > 0
        ? [{ label: t('conversation.assign'), icon, entries: [...toOthers, ...nobody] }]
        : nobody),
    ];
  };
}
