import path from 'node:path';
import { app, protocol, type Session, session } from 'electron';
import { MEDIA_SCHEME } from '#shared/domain/mediaAddress.ts';
import { systemClock } from '#shared/systemClock.ts';
import type { Log } from '../base/log.ts';
import { APP_SCHEME } from '../base/urls.ts';
import { type MediaOptions, type ReadMedia, serveRemotePictures } from '../media/mediaProtocol.ts';
import { openRequestLedger, type RequestLedger } from '../media/requestLedger.ts';
import { guardAllContents, guardSession } from '../security/guards.ts';
import { serveAppFile } from './appFiles.ts';

interface PageOptions extends Omit<MediaOptions, 'cacheDir' | 'record'> {
  /** The folder of the application's own files. */
  readonly root: string;
  readonly log: Log;
}

/** What the pages load from outside goes through these. */
export interface Pages {
  readonly readMedia: ReadMedia;
  readonly requests: RequestLedger;
}

/** Registers the `app:` and `media:` schemes with Chromium. Must be called before Electron is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
    // A player reads a stream.
    { scheme: MEDIA_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/**
 * Lets pages load the application's files and remote pictures, and nothing else; returns what reads the latter and
 * records their requests. Must be called before
 * the first window.
 */
export function preparePages({ root, log, ...media }: PageOptions): Pages {
  const pages = session.defaultSession;
  guardAllContents(log);
  guardSession(pages, log);
  serveApp(pages, root);
  const requests = openRequestLedger(
    path.join(app.getPath('userData'), 'network.json'),
    log,
    systemClock.now,
  );
  const { record } = requests;
  const readMedia = serveRemotePictures(pages, { ...media, record, cacheDir: getPictureCache() });
  return { readMedia, requests };
}

function serveApp(pages: Session, root: string): void {
  pages.protocol.handle(APP_SCHEME, (request) => serveAppFile(root, request.url));
}

/** The folder of the picture cache, which all accounts share; it may be deleted at any time. */
export function getPictureCache(): string {
  return path.join(app.getPath('sessionData'), 'cache');
}
