import { create } from 'zustand';

interface Noting {
  /** The conversation whose note is being written in place of a reply. */
  readonly conversationId: string | null;
  /** Grows with each wish to write, so that the field takes the focus again. */
  readonly wanted: number;
}

/** Which conversation's note is being written. */
export const useNoting = create<Noting>()(() => ({ conversationId: null, wanted: 0 }));

/** Shows the note of a conversation in place of its reply and gives it the focus. */
export function writeNote(conversationId: string): void {
  useNoting.setState(({ wanted }) => ({ conversationId, wanted: wanted + 1 }));
}

/** Shows the reply again; the note stays a draft. */
export function leaveNote(): void {
  useNoting.setState({ conversationId: null });
}
