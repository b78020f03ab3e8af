import { create } from 'zustand';

/** What was just sent and the outbox, as it was read last, does not show yet. */
export interface JustSent {
  readonly at: number;
  /** Takes it back as soon as the engine has it, however often it is called. */
  takeBack(): Promise<void>;
}

interface JustSentState {
  readonly sent: readonly JustSent[];
  add(sent: JustSent): void;
  remove(sent: JustSent): void;
}

/** So that an undo key pressed right after sending is not lost. */
export const useJustSent = create<JustSentState>()((set) => ({
  sent: [],
  add: (sent) => set((state) => ({ sent: [...state.sent, sent] })),
  remove: (sent) => set((state) => ({ sent: state.sent.filter((each) => each !== sent) })),
}));
