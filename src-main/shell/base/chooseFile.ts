import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { tableExtensions } from '#shared/domain/messageTable.ts';
import { toFileName } from './fileName.ts';

/** The kind of a file that somebody saves. */
export interface FileKind {
  readonly name: string;
  readonly extension: string;
}

/**
 * Asks where to save a file, in the system's dialog on the window; null if that is cancelled. The page only suggests a name; `folder` is
 * where the dialog begins.
 */
export async function chooseFile(
  window: BrowserWindow,
  {
    suggestedName,
    kind,
    folder,
  }: { suggestedName: string; kind: FileKind; folder: 'documents' | 'pictures' },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath(folder), `${toFileName(suggestedName)}.${kind.extension}`),
    filters: [{ name: kind.name, extensions: [kind.extension] }],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks where to export conversations to, in the system's dialog on the window; null if that is cancelled. The ending says the format. */
export async function chooseExport(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), `${toFileName(suggestedName)}.pdf`),
    filters: ['pdf', 'html', 'csv', 'json'].map((ending) => ({
      name: ending.toUpperCase(),
      extensions: [ending],
    })),
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks which archive or table of messages to import, in the system's dialog on the window; null if that is cancelled. */
export async function chooseArchive(window: BrowserWindow): Promise<string | null> {
  return await chooseOne(window, { name: 'ZIP, CSV', extensions: ['zip', ...tableExtensions] });
}

/** Asks which store of a workspace to read, or which backup to add, in the system's dialog on the window; null if that is cancelled. */
export async function chooseStore(window: BrowserWindow): Promise<string | null> {
  return await chooseOne(window, { name: 'Perch', extensions: ['sqlite'] });
}

/** Asks for a folder, in the system's dialog on the window; null if that is cancelled. */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks which table or JSON file to open, in the system's dialog on the window; null if that is cancelled. */
export async function chooseTable(window: BrowserWindow): Promise<string | null> {
  return await chooseOne(window, { name: 'CSV, JSON', extensions: ['csv', 'tsv', 'txt', 'json'] });
}

async function chooseOne(window: BrowserWindow, kind: Electron.FileFilter): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [kind],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
