import { create } from 'zustand';
import type { CannedText } from '#shared/domain/cannedResponse.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { useUi } from './ui.ts';

/** The form of a canned response as somebody has typed it. */
export interface CannedForm {
  readonly title: string;
  readonly shortcut: string;
  readonly folder: string;
  readonly texts: readonly CannedText[];
  readonly images: readonly ReplyFile[];
  readonly isPromise: boolean;
}

/** The id under which a canned response is edited that does not exist yet. */
export const newCanned = 'new';

/** The same for one that begins as a proposal, so that several can be edited at once. */
export const toNewFromProposal = (proposalId: string) => `${newCanned}:${proposalId}`;

/** The proposal with which a canned response begins that is edited under this id; null if it is none. */
export const toProposalId = (id: string): string | null => /^new:(.+)$/.exec(id)?.[1] ?? null;

/** Whether a canned response that is edited does not exist yet. */
export const isNewCanned = (id: string) => id === newCanned || toProposalId(id) !== null;

/** What is selected while the proposals are shown. */
export const proposalsId = 'proposals';

interface LibraryState {
  readonly selectedId: string | null;
  /** The folder that is listed; null for all. */
  readonly folder: string | null;
  readonly isStaleOnly: boolean;
  readonly query: string;
  /** What was typed and not saved, by canned response, so that nothing is lost by looking at another one or another screen. */
  readonly edits: Readonly<Record<string, CannedForm>>;
  /** The canned response whose form takes the focus once it is there. */
  readonly entering: string | null;
  select(id: string | null): void;
  list(filter: Partial<Pick<LibraryState, 'folder' | 'isStaleOnly' | 'query'>>): void;
  edit(id: string, form: CannedForm): void;
  discard(id: string): void;
  /** Forgets everything, for another workspace. */
  reset(): void;
}

const initial = {
  selectedId: null,
  folder: null,
  isStaleOnly: false,
  query: '',
  edits: {},
  entering: null,
} as const;

/** What the library screen shows of the open workspace. */
export const useLibrary = create<LibraryState>()((set) => ({
  ...initial,
  select: (selectedId) => set({ selectedId, entering: null }),
  list: (filter) => set(filter),
  edit: (id, form) => set(({ edits }) => ({ edits: { ...edits, [id]: form } })),
  discard: (id) =>
    set(({ edits }) => ({
      edits: Object.fromEntries(Object.entries(edits).filter(([each]) => each !== id)),
    })),
  reset: () => set(initial),
}));

/** Brings the form of a canned response to the front, with the focus in its title once it is loaded. */
export function enterCanned(id: string): void {
  useUi.getState().setFront('conversation');
  useLibrary.setState({ entering: id });
}

/** Opens the form of a new canned response. What was typed there before stays. */
export function openNewCanned(): void {
  // First, since the form that appears takes the focus.
  useUi.getState().setFront('conversation');
  useLibrary.getState().select(newCanned);
}

/** Shows a canned response in the library from any screen, whatever was listed there. */
export function openCanned(id: string): void {
  useLibrary.getState().list({ folder: null, isStaleOnly: false, query: '' });
  useLibrary.getState().select(id);
  useUi.getState().setFront('conversation');
  useUi.getState().goTo('library');
}
