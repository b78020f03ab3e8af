import {
  IconAlarmSnooze,
  IconCircleCheck,
  IconExternalLink,
  IconHourglass,
  IconLink,
  IconMessage,
  IconUser,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useOpenOnX } from '../../shell/useOpenLink.ts';
import { toProfileUrl } from '../../shell/xPages.ts';
import { openContextMenu } from '../../state/contextMenu.ts';
import { copyOrSay } from '../../state/copyOrSay.ts';
import { moveOnFrom, openConversation, useUi } from '../../state/ui.ts';
import type { MenuAction, MenuEntry, MenuGroups } from '../../ui/ActionMenu.tsx';
import { toMenuIcon } from '../../ui/menuIcon.tsx';
import type { MenuPlace } from '../../ui/menuPlace.ts';
import { toName, toShownName } from '../../ui/shownName.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { useIsTeam } from '../../workspace/useTeam.ts';

/** Returns what opens the menu of a row: what can be done to its conversation without opening it. */
export function useRowMenu(): (row: Conversation, place: MenuPlace) => void {
  const { t } = useTranslation();
  const toHandling = useHandling();
  const toAssigning = useAssigning();
  const openOnX = useOpenOnX();
  const toGroups = (row: Conversation): MenuGroups => [
    [
      {
        label: t('commands.openConversation'),
        command: 'list.open',
        icon: toMenuIcon(IconMessage),
        run: () => openConversation(row.id),
      },
    ],
    toHandling(row),
    toAssigning(row),
    [
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
  return (row, place) =>
    openContextMenu({
      about: row.id,
      label: t('menu.conversation', { name: toShownName(toName(row.person)) }),
      place,
      groups: toGroups(row),
    });
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
    const icon = toMenuIcon(IconCircleCheck);
    const reopen: MenuAction = { label: t('conversation.reopen'), icon, run: set('open') };
    const resolve: MenuAction = {
      label: t('conversation.resolve'),
      command: 'conversation.resolve',
      icon,
      run: set('resolved'),
    };
    const wait: MenuAction = {
      label: t('menu.setPending'),
      command: 'conversation.pending',
      icon: toMenuIcon(IconHourglass),
      run: set('pending'),
    };
    const settling = status === 'resolved' ? [reopen] : status === 'pending' ? [resolve] : [resolve, wait];
    return [...settling, toSnoozing(row)];
  };
}

function useSnoozing(): (row: Conversation) => MenuEntry {
  const { t } = useTranslation();
  const { snooze } = useConversationActions();
  const icon = toMenuIcon(IconAlarmSnooze);
  return (row) => {
    const { id, snoozedUntil } = row;
    const choose = () => {
      useUi.getState().select(id);
      useUi.getState().showSnooze(id);
    };
    return snoozedUntil === null
      ? { label: t('conversation.snooze'), command: 'conversation.snooze', icon, run: choose }
      : { label: t('conversation.wake'), icon, run: () => void snooze({ id, until: null }, row) };
  };
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
    const take: MenuAction = {
      label: t('conversation.takeIt'),
      command: 'conversation.assignToMe',
      icon,
      run: give(me),
    };
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
