import { IconBellOff, IconEyeOff, IconLockOff, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Message } from '#shared/domain/message.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { engineKey } from '../../../engine/hooks.ts';
import { askToModerate } from '../../../state/moderation.ts';
import type { MenuEntry } from '../../../ui/ActionMenu.tsx';
import { toMenuIcon } from '../../../ui/menuIcon.tsx';
import { toName, toShownName } from '../../../ui/shownName.ts';
import { isPostOnX } from './postOnX.ts';

/** Returns what can be done on X about a message: deleting an own post, or hiding, muting and blocking. */
export function useModerationEntries(): (message: Message) => MenuEntry[] {
  const { t } = useTranslation();
  const ofPerson = useEntriesOfPerson();
  const toPostEntry = (kind: 'delete' | 'hide' | 'unhide', message: Message, icon: typeof IconTrash) => ({
    label: t(`menu.${kind}`),
    icon: toMenuIcon(icon),
    run: () => askToModerate({ kind, message }),
  });
  return (message) => {
    const isPost = isPostOnX(message);
    if (message.direction === 'out') return isPost ? [toPostEntry('delete', message, IconTrash)] : [];
    const isReply = isPost && message.inReplyTo !== null;
    return [
      ...(isReply ? [toPostEntry(message.isHidden ? 'unhide' : 'hide', message, IconEyeOff)] : []),
      // Of third parties it is not known what was done about them.
      ...(message.context ? [] : ofPerson(message.author)),
    ];
  };
}

function useEntriesOfPerson(): (person: PersonSummary) => MenuEntry[] {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (person) => {
    const key = engineKey('people.get', { id: person.id });
    const known = queries.getQueryData<EngineOutput<'people.get'>>(key)?.restrictions;
    const kinds = [
      [known?.isMuted ? 'unmute' : 'mute', IconBellOff],
      [known?.areDmsBlocked ? 'unblockDms' : 'blockDms', IconLockOff],
    ] as const;
    return kinds.map(([kind, icon]) => ({
      label: t(`menu.${kind}`, { name: toShownName(toName(person), 24) }),
      icon: toMenuIcon(icon),
      run: () => askToModerate({ kind, person }),
    }));
  };
}
