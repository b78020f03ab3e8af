import path from 'node:path';
import { app, session } from 'electron';
import type { Log } from '../base/log.ts';
import { type MediaFacts, serveRemotePictures } from '../media/mediaProtocol.ts';
import { guardAllContents, guardSession } from '../security/guards.ts';
import { serveApp } from './appProtocol.ts';

interface PagesFacts extends Omit<MediaFacts, 'cacheDir'> {
  /** The folder of the application's own files. */
  readonly root: string;
  readonly log: Log;
}

/** Gives pages the application's files and remote pictures, and nothing else; must run before the first window. */
export function preparePages({ root, log, ...media }: PagesFacts): void {
  const pages = session.defaultSession;
  guardAllContents(log);
  guardSession(pages, log);
  serveApp(pages, root);
  serveRemotePictures(pages, { ...media, cacheDir: path.join(app.getPath('sessionData'), 'cache') });
}
