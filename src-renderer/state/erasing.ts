import { create } from 'zustand';
import type { PersonSummary } from '#shared/domain/person.ts';
import { useUi } from './ui.ts';

/** Somebody who is to be erased, and the conversation that is open meanwhile. */
export interface ToErase {
  readonly person: PersonSummary;
  readonly conversationId: string;
}

interface Erasing {
  /** It stays while the dialog fades out. */
  readonly asked: ToErase | null;
  readonly isOpen: boolean;
  /** It has happened: the dialog says what came of it. */
  readonly isDone: boolean;
}

/** The question whether somebody is to be erased. */
export const useErasing = create<Erasing>()(() => ({ asked: null, isOpen: false, isDone: false }));

/** Asks whether somebody is to be erased. */
export function askToErase(asked: ToErase): void {
  useErasing.setState({ asked, isOpen: true, isDone: false });
}

/** Closes the question, or what came of it; then what had the focus before may be gone. */
export function closeErasing(): void {
  const { isOpen, isDone } = useErasing.getState();
  if (isOpen && isDone) useUi.getState().focusOn('list');
  useErasing.setState({ isOpen: false });
}

/** Notes that it has happened. */
export function noteErased(): void {
  useErasing.setState({ isDone: true });
}
