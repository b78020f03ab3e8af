import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { chooseFile } from '../base/chooseFile.ts';
import { writeChosen } from '../base/writeChosen.ts';
import { toPaperSize } from './paperSize.ts';

type Output = ShellOutput<'page.print'>;

/** Opens the system's print dialog for the page, as its print styles draw it. */
export function printPage(window: BrowserWindow): Promise<Output> {
  const print = () =>
    new Promise<Output>((resolve) => {
      window.webContents.print({ printBackground: true }, (isPrinted, reason) => {
        // Somebody who closes the dialog has got what they wanted.
        const isFine = isPrinted || reason === '' || /cancel/i.test(reason);
        resolve(isFine ? {} : { error: { code: 'notPrinted', detail: reason.slice(0, 200) } });
      });
    });
  return onWhite(window, print);
}

/** Writes the page, as its print styles draw it and on the paper of the system's country, into a PDF file that the person chooses; does nothing if they choose none. */
export async function savePageAsPdf(
  window: BrowserWindow,
  suggestedName: string,
): Promise<ShellOutput<'page.savePdf'>> {
  const kind = { name: 'PDF', extension: 'pdf' };
  const file = await chooseFile(window, { suggestedName, kind, folder: 'documents' });
  if (file === null) return {};
  const error = await writeChosen(file, () => printToPdf(window));
  return error ? { error } : { savedAs: path.basename(file) };
}

/** The page, as its print styles draw it and on the paper of the system's country, as a PDF file. Nobody has to see the window. */
export async function printToPdf(window: BrowserWindow): Promise<Uint8Array> {
  const pageSize = toPaperSize(app.getLocaleCountryCode());
  const options = { pageSize, printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true };
  return await onWhite(window, () => window.webContents.printToPDF(options));
}

/** Chromium fills the margins of printed pages with the background of the window, which is dark in a dark theme. */
async function onWhite<T>(window: BrowserWindow, print: () => Promise<T>): Promise<T> {
  const background = window.getBackgroundColor();
  window.setBackgroundColor('#ffffff');
  try {
    return await print();
  } finally {
    if (!window.isDestroyed()) window.setBackgroundColor(background);
  }
}
