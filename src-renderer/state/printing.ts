import { create } from 'zustand';

/** What becomes of the printed pages: paper, through the system's dialog, or a PDF file. */
export type PrintTarget = 'paper' | 'pdf';

interface PrintingState {
  /** The conversation whose person's history is being printed; null if none is. */
  readonly job: { readonly conversationId: string; readonly target: PrintTarget } | null;
}

/** What is being printed. */
export const usePrinting = create<PrintingState>()(() => ({ job: null }));

/** Prints the whole history of the person of a conversation, unless something is being printed already. */
export function startPrinting(conversationId: string, target: PrintTarget): void {
  if (usePrinting.getState().job === null) usePrinting.setState({ job: { conversationId, target } });
}

/** Ends printing. */
export function endPrinting(): void {
  usePrinting.setState({ job: null });
}
