import { create } from 'zustand';
import type { MenuGroups } from '../ui/ActionMenu.tsx';
import type { MenuPlace } from '../ui/menuPlace.ts';

interface OpenMenu {
  /** What the menu is about, such as the id of a message: the menu closes when that vanishes. */
  readonly about: string;
  /** The name of the menu for screen readers. */
  readonly label: string;
  readonly place: MenuPlace;
  readonly groups: MenuGroups;
  readonly returnTo: Element | null;
}

interface ContextMenuState {
  readonly isOpen: boolean;
  /** The menu that is open or was open last, which still fades out. */
  readonly menu: OpenMenu | null;
}

/** The one context menu of the window. */
export const useContextMenu = create<ContextMenuState>()(() => ({ isOpen: false, menu: null }));

/** Opens the context menu in place of the one that is open; the focus returns to where it is now. */
export function openContextMenu(menu: Omit<OpenMenu, 'returnTo'>): void {
  useContextMenu.setState({ isOpen: true, menu: { ...menu, returnTo: document.activeElement } });
}

/** Closes the context menu, if it is about `about` or that is absent. */
export function closeContextMenu(about?: string): void {
  const { menu, isOpen } = useContextMenu.getState();
  if (isOpen && (about === undefined || menu?.about === about)) useContextMenu.setState({ isOpen: false });
}
