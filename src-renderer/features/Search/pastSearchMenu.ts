import { create } from 'zustand';

/** Whether the menu of past searches is open. */
export const usePastSearchMenu = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

export function openPastSearches(): void {
  usePastSearchMenu.setState({ isOpen: true });
}
