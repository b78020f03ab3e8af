import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { toFileName } from './fileName.ts';

type Output = ShellOutput<'page.print'>;

/** Opens the system's print dialog for the page, as its print styles draw it. */
export function printPage(window: BrowserWindow): Promise<Output> {
  return new Promise((resolve) => {
    window.webContents.print({ printBackground: true }, (isPrinted, reason) => {
      // Somebody who closes the dialog has got what they wanted.
      const isFine = isPrinted || reason === '' || /cancel/i.test(reason);
      resolve(isFine ? {} : { error: { code: 'notPrinted', detail: reason.slice(0, 200) } });
    });
  });
}

/**
 * Writes the page, as its print styles draw it, into a PDF file that the person chooses; does nothing if they choose none. The page
 * only suggests a name.
 */
export async function savePageAsPdf(window: BrowserWindow, suggestedName: string): Promise<Output> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), `${toFileName(suggestedName)}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return {};
  try {
    const options = { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true } as const;
    await writeFile(filePath, await window.webContents.printToPDF(options));
    return {};
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    return { error: { code: 'fileNotSaved', file: filePath, detail } };
  }
}
