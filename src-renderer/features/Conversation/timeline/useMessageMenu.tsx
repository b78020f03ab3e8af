import { IconCopy, IconCornerUpLeft, IconExternalLink, IconLink, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { useIsReadOnly } from '../../../shell/useIsReadOnly.ts';
import { useOpenOnX } from '../../../shell/useOpenLink.ts';
import { toPostUrl } from '../../../shell/xPages.ts';
import { openContextMenu } from '../../../state/contextMenu.ts';
import { copyOrSay } from '../../../state/copyOrSay.ts';
import type { MenuEntry, MenuGroups } from '../../../ui/ActionMenu.tsx';
import { toMenuIcon } from '../../../ui/menuIcon.tsx';
import type { MenuPlace } from '../../../ui/menuPlace.ts';
import { toName, toShownName } from '../../../ui/shownName.ts';
import { useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import { isPostOnX } from './postOnX.ts';
import { useModerationEntries } from './useModerationEntries.tsx';
import { usePictureEntries } from './usePictureEntries.tsx';

/**
 * Returns what opens the menu of a message: keeping the picture that `on` is in, replying to the message, copying it, and what can be done
 * about it on X.
 */
export function useMessageMenu(
  conversationId: string,
): (message: Message, place: MenuPlace, on: Element | null) => void {
  const { t } = useTranslation();
  const toPictures = usePictureEntries();
  const toReplying = useReplying(conversationId);
  const toCopying = useCopying();
  const toModeration = useModerationEntries();
  const isReadOnly = useIsReadOnly();
  return (message, place, on) => {
    const groups: MenuGroups = [
      toPictures(on),
      isReadOnly ? [] : toReplying(message),
      toCopying(message),
      isReadOnly ? [] : toModeration(message),
    ];
    // A reply that X does not have has no actions of its own: its buttons stand below it.
    if (groups.every((group) => group.length === 0)) return;
    openContextMenu({
      about: toMessageSubject(message.id),
      label: t('menu.message', { name: toShownName(toName(message.author)) }),
      place,
      groups,
    });
  };
}

/** Whether an agent can choose this message as the one to reply to in public. */
export function canReplyTo(message: Message, conversationId: string): boolean {
  const { direction, context } = message;
  return isPostOnX(message) && direction === 'in' && !context && message.conversationId === conversationId;
}

/** Returns what begins a public reply to one message. */
export function useReplyTo(conversationId: string): (message: Message) => void {
  const choices = useReplyChoicesStore();
  return (message) => {
    const { target, write } = choices.getState();
    target(conversationId, message.id);
    write(conversationId, 'public');
  };
}

function useReplying(conversationId: string): (message: Message) => MenuEntry[] {
  const { t } = useTranslation();
  const choices = useReplyChoicesStore();
  const replyTo = useReplyTo(conversationId);
  return (message) => [
    ...(canReplyTo(message, conversationId)
      ? [
          {
            label: t('message.answerThis'),
            icon: toMenuIcon(IconCornerUpLeft),
            run: () => replyTo(message),
          },
        ]
      : []),
    ...(message.direction === 'in' && !message.context
      ? [
          {
            label: t('composer.writeDm'),
            command: 'reply.dm',
            icon: toMenuIcon(IconLock),
            run: () => choices.getState().write(conversationId, 'dm'),
          },
        ]
      : []),
  ];
}

function useCopying(): (message: Message) => MenuEntry[] {
  const { t } = useTranslation();
  const openOnX = useOpenOnX();
  const copy = (label: string, text: string): MenuEntry[] =>
    text === '' ? [] : [{ label, icon: toMenuIcon(IconCopy), run: () => void copyOrSay(text) }];
  return (message) => [
    ...copy(t('menu.copySelection'), selectedTextIn(message.id)),
    ...copy(t('menu.copyText'), message.text),
    ...(isPostOnX(message)
      ? [
          {
            label: t('menu.copyPostLink'),
            command: 'message.copyLink',
            icon: toMenuIcon(IconLink),
            run: () => void copyOrSay(toPostUrl(message)),
          },
        ]
      : []),
    ...(message.xId !== null && message.deletedAt === null
      ? [
          {
            label: t('message.openOnX'),
            command: 'message.openOnX',
            icon: toMenuIcon(IconExternalLink),
            run: () => (isPostOnX(message) ? openOnX.post(message) : openOnX.messages()),
          },
        ]
      : []),
  ];
}

/** What a menu of this message is about. */
export const toMessageSubject = (id: string): string => `message:${id}`;

/** Whether a menu is about a message. */
export const isMessageSubject = (about: string): boolean => about.startsWith('message:');

/** The attribute that carries the id of a message. */
const attribute = 'data-message';

/** Marks an element as the place of a message. */
export const asMessage = (id: string) => ({ [attribute]: id });

/** The id of the message around an element; null outside of messages. */
export function messageAround(element: Element | null): string | null {
  return element?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}

/** The element of a message, if it is drawn. */
export function elementOf(id: string): Element | null {
  return document.querySelector(`[${attribute}="${CSS.escape(id)}"]`);
}

/** The text that is selected within one message; empty if none is, or if the selection reaches beyond it. */
function selectedTextIn(id: string): string {
  const selection = document.getSelection();
  const node = selection?.rangeCount ? selection.getRangeAt(0).commonAncestorContainer : null;
  const around = node instanceof Element ? node : (node?.parentElement ?? null);
  return messageAround(around) === id ? (selection?.toString() ?? '') : '';
}
