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
  const open = (
    event: KeyboardEvent | MouseEvent,
    id: string | null,
    place: MenuPlace,
    on: Element | null,
  ) => {
    const message = messages.find((one) => one.id === id);
    if (!message) return;
    event.preventDefault();
    openMenu(message, place, on);
  };
  return {
    onContextMenu: (event: MouseEvent) => {
      // Text fields, and selected text outside of messages, have the menu of the system.
      if (event.defaultPrevented || takesText(event.target)) return;
      const on = event.target instanceof Element ? event.target : null;
      open(event, messageAround(on), atPointer(event), on);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!isMenuKey(event) || takesText(event.target)) return;
      const { activeElement } = document;
      const id = messageAround(activeElement) ?? lastShown(scroller.current);
      const element = activeElement === scroller.current ? elementOf(id ?? '') : activeElement;
      if (element) open(event, id, below(element), element);
    },
  };
}

const takesText = (target: EventTarget) =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

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
