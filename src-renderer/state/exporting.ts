import { create } from 'zustand';

interface ExportingState {
  /** How far the export is that is being written; null if none is. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  set(progress: ExportingState['progress']): void;
}

/** What is being exported. */
export const useExporting = create<ExportingState>()((set) => ({
  progress: null,
  set: (progress) => set({ progress }),
}));
