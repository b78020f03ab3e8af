import { create } from 'zustand';

interface TableImportState {
  /** The path of the table that a dialog shows before it is imported; null if there is none. */
  readonly path: string | null;
}

/** The table of messages that somebody has chosen. */
export const useTableImport = create<TableImportState>()(() => ({ path: null }));

export const showTable = (path: string | null) => useTableImport.setState({ path });
