import { create } from 'zustand';

/** Stands for all conversations that are picked in the list. */
export const allPicked = Symbol('all that are picked');

/** Whose tags are chosen: those of a conversation, or of all that are picked. */
export type Tagged = string | typeof allPicked;

/** Whose tags are being chosen; a conversation need not be mounted yet. */
export const useTagging = create<{ readonly tagged: Tagged | null }>()(() => ({ tagged: null }));

/** Opens the tag picker, or closes it with null. */
export function showTags(tagged: Tagged | null): void {
  useTagging.setState({ tagged });
}
