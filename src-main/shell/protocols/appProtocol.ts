import { protocol, type Session } from 'electron';
import { MEDIA_SCHEME } from '#shared/domain/mediaAddress.ts';
import { serveAppFile } from './appFiles.ts';
import { APP_SCHEME } from './schemes.ts';

/** Announces the application's own schemes to Chromium; must run before the application is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
    { scheme: MEDIA_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the application's files below `root` to the pages of a session. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(APP_SCHEME, (request) => serveAppFile(root, request.url));
}
