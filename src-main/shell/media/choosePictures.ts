import { type BrowserWindow, dialog } from 'electron';
import { type ChosenFile, readPicture } from './readPicture.ts';

/** How many files somebody may choose at once: X takes four with a post. */
const MOST_FILES = 8;

/** Lets somebody choose pictures in the system's dialog on the window, and reads them; the engine checks what they are. */
export async function choosePictures(window: BrowserWindow): Promise<ChosenFile[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'PNG, JPEG, WebP, GIF', extensions: ['png', 'jpg', 'jpeg', 'webp', 'gif'] }],
  });
  return canceled ? [] : await Promise.all(filePaths.slice(0, MOST_FILES).map(readPicture));
}
