import { create } from 'zustand';

/** Whose tags are being chosen; it need not be mounted yet. */
export const useTagging = create<{ readonly conversationId: string | null }>()(() => ({
  conversationId: null,
}));

/** Opens the tag picker of a conversation, or closes it with null. */
export function showTags(conversationId: string | null): void {
  useTagging.setState({ conversationId });
}
