import { create } from 'zustand';

interface Handing {
  /** Whether the public reply that is being written is a handover, by conversation; absent until its text tells. */
  readonly marks: Readonly<Record<string, boolean>>;
}

/** Which public replies are handovers. */
export const useHanding = create<Handing>()(() => ({ marks: {} }));

/** Marks the public reply of a conversation as a handover or as none; null lets its text decide again. */
export function markHandover(conversationId: string, isHandover: boolean | null): void {
  useHanding.setState(({ marks: { [conversationId]: _, ...others } }) => ({
    marks: isHandover === null ? others : { ...others, [conversationId]: isHandover },
  }));
}

/** Whether the public reply of a conversation is marked as a handover. */
export const isHandover = (conversationId: string): boolean =>
  useHanding.getState().marks[conversationId] === true;
