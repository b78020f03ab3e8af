import { create } from 'zustand';

/** The text field into which an emoji is being picked; null if none is. */
export const useEmojiFor = create<{ readonly field: HTMLTextAreaElement | null }>()(() => ({ field: null }));

/** Opens the picker of a field; null closes it. */
export function pickEmojiFor(field: HTMLTextAreaElement | null): void {
  useEmojiFor.setState({ field });
}
