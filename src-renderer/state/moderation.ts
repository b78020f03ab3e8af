import { create } from 'zustand';
import type { Message } from '#shared/domain/message.ts';
import type { PersonSummary } from '#shared/domain/person.ts';

/** Something to be done on X about a post or a person, which asks before it does it. */
export type Moderation =
  | { readonly kind: 'delete' | 'hide' | 'unhide'; readonly message: Pick<Message, 'id' | 'text' | 'lang'> }
  | {
      readonly kind: 'mute' | 'unmute' | 'blockDms' | 'unblockDms';
      readonly person: PersonSummary;
    };

interface ModerationState {
  /** What is asked about; the last question stays while its dialog fades out. */
  readonly asked: Moderation | null;
  readonly isOpen: boolean;
}

/** The question of the window about something to be done on X. */
export const useModeration = create<ModerationState>()(() => ({ asked: null, isOpen: false }));

/** Asks whether that is to be done. */
export function askToModerate(asked: Moderation): void {
  useModeration.setState({ asked, isOpen: true });
}

/** Closes the question. */
export function closeModeration(): void {
  useModeration.setState({ isOpen: false });
}
