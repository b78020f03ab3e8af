import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect } from 'react';
import type { Message } from '#shared/domain/message.ts';
import { closeContextMenu, useContextMenu } from '../../../state/contextMenu.ts';
import { atPointer, below, isMenuKey, type MenuPlace } from '../../../ui/menuPlace.ts';
import {
  elementOf,
  isMessageSubject,
  messageAround,
  toMessageSubject,
  useMessageMenu,
} from './useMessageMenu.tsx';

/**
 * Returns the handlers that open the menu of a message: by a right click, or by key for the message that has the focus, else the
 * last one on the screen. The menu closes when its message vanishes or is deleted.
 */
export function useTimelineMenu(
  conversationId: string,
  messages: readonly Message[],
  scroller: RefObject<HTMLElement | null>,
) {
  const openMenu = useMessageMenu(conversationId);
  useClosedWithMessage(messages);
  const open = (id: string | null, place: MenuPlace) => {
    const message = messages.find((one) => one.id === id);
    if (message) openMenu(message, place);
  };
  return {
    onContextMenu: (event: MouseEvent) => {
      // A link or a picture may have a menu of its own.
      if (event.defaultPrevented) return;
      event.preventDefault();
      open(messageAround(event.target instanceof Element ? event.target : null), atPointer(event));
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!isMenuKey(event)) return;
      const { activeElement } = document;
      const id = messageAround(activeElement) ?? lastShown(scroller.current);
      const element = activeElement === scroller.current ? elementOf(id ?? '') : activeElement;
      event.preventDefault();
      if (element) open(id, below(element));
    },
  };
}

function useClosedWithMessage(messages: readonly Message[]): void {
  useEffect(() => {
    const about = useContextMenu.getState().menu?.about ?? '';
    if (!isMessageSubject(about)) return;
    const message = messages.find(({ id }) => toMessageSubject(id) === about);
    if (message === undefined || message.deletedAt !== null) closeContextMenu(about);
  }, [messages]);
}

/** The last message whose beginning is on the screen. */
function lastShown(scroller: HTMLElement | null): string | null {
  const end = scroller?.getBoundingClientRect().bottom ?? 0;
  const shown = [...(scroller?.querySelectorAll('article') ?? [])].findLast(
    (article) => article.getBoundingClientRect().top < end,
  );
  return messageAround(shown ?? null);
}
