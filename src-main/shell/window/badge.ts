import path from 'node:path';
import { app, type BrowserWindow, nativeImage } from 'electron';
import type { Words } from '../words/en.ts';
import { withCount } from '../words/words.ts';
import { toTitle } from './waiting.ts';

/** Shows how many people wait for an answer: in the title and where the system draws a badge. */
export function showWaiting(window: BrowserWindow, waiting: number, words: Words, assets: string): void {
  window.setTitle(toTitle(waiting));
  if (process.platform !== 'win32') {
    app.setBadgeCount(waiting);
    return;
  }
  const dot = nativeImage.createFromPath(path.join(assets, 'icons', 'waiting.png'));
  window.setOverlayIcon(waiting > 0 ? dot : null, waiting > 0 ? withCount(words.waiting, waiting) : '');
}
