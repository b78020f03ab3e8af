import { create } from 'zustand';
import type { EngineOutput } from '#shared/contract/engine.ts';

/** A file of canned responses that somebody has chosen, and what importing it would do. */
export interface ChosenImport {
  readonly name: string;
  readonly format: 'csv' | 'json';
  readonly content: string;
  readonly outcome: EngineOutput<'library.import'>;
}

interface ImportingState {
  /** Null while none is looked at. */
  readonly chosen: ChosenImport | null;
}

/** The import that a dialog shows before it is done. */
export const useImporting = create<ImportingState>()(() => ({ chosen: null }));

export const showImport = (chosen: ChosenImport | null) => useImporting.setState({ chosen });
