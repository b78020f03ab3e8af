import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, type Session, session } from 'electron';
import { toPaperSize } from './paperSize.ts';

// Chromium fills in elements of these classes. Without a size of their own they are too small to see.
const pageNumbers =
  '<div style="width: 100%; text-align: center; font: 9px sans-serif; color: #55555e"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/** The folder of Perch for pages that become a PDF, and for nothing else. */
export const toPagesFolder = (): string => path.join(app.getPath('userData'), 'printing');

/** Deletes the pages that a killed Perch left, with conversations in them. Call it before there are any. */
export async function deleteLeftPages(): Promise<void> {
  // What cannot be deleted now is at the next start.
  await rm(toPagesFolder(), { recursive: true, force: true }).catch(() => {});
}

/**
 * Prints a page that is a file as a PDF, on the paper of the system's country, in a window that nobody sees: without scripts, the network
 * or any other file. Its pages are numbered.
 */
export async function htmlToPdf(file: string): Promise<Uint8Array> {
  const address = pathToFileURL(file).href;
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      session: openClosedSession(address),
    },
  });
  try {
    await window.loadURL(address);
    const pageSize = toPaperSize(app.getLocaleCountryCode());
    return await window.webContents.printToPDF({
      pageSize,
      printBackground: true,
      generateTaggedPDF: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: pageNumbers,
    });
  } finally {
    window.destroy();
  }
}

/** A session in memory that loads this address and what is in it, and nothing else. */
function openClosedSession(address: string): Session {
  const closed = session.fromPartition('export', { cache: false });
  closed.setPermissionRequestHandler((_contents, _permission, respond) => respond(false));
  closed.webRequest.onBeforeRequest(({ url }, respond) =>
    respond({ cancel: url !== address && !url.startsWith('data:') }),
  );
  return closed;
}
