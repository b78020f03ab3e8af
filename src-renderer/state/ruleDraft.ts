import { create } from 'zustand';
import type { RuleDraft } from '#shared/domain/rule.ts';

/** A rule that is being written; a new one has no id. */
export interface EditedRule {
  readonly id: string | null;
  readonly draft: RuleDraft;
}

interface KeptRule {
  /** What somebody was writing who left for one of its conversations, until they come back. */
  readonly kept: EditedRule | null;
  keep(edited: EditedRule | null): void;
}

export const useKeptRule = create<KeptRule>()((set) => ({ kept: null, keep: (kept) => set({ kept }) }));
