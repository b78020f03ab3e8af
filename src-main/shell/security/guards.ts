import { app, type Session, type WebContents } from 'electron';
import { MEDIA_SCHEME } from '#shared/domain/mediaAddress.ts';
import type { Log } from '../base/log.ts';
import { APP_SCHEME, isAppOrigin } from '../base/urls.ts';
import { denyDownloads, denyFileChoosers } from './fileDialogs.ts';
import { isPermissionGranted } from './permissions.ts';

/** Keeps every page, now and later, on the application's own origin; denies new windows, embedded pages and file choosers. */
export function guardAllContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
}

/** Denies a session's pages all network requests, downloads, devices, and every permission but the two granted ones. */
export function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, respond, details) =>
    respond(isPermissionGranted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermissionGranted(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
  denyDownloads(session, log);
  session.webRequest.onBeforeRequest((details, respond) => {
    const isLocal = hasLocalScheme(details.url);
    if (!isLocal) log('security.requestDenied', { url: details.url });
    respond({ cancel: !isLocal });
  });
}

function guardContents(contents: WebContents, log: Log): void {
  // WebRTC's packets pass by webRequest and `connect-src`. There is no proxy, so this leaves it no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  denyFileChoosers(contents, log);
  const denyOtherOrigins = (event: { preventDefault(): void; readonly url: string }) => {
    if (isAppOrigin(event.url)) return;
    event.preventDefault();
    log('security.navigationDenied', { url: event.url });
  };
  contents.on('will-navigate', denyOtherOrigins);
  contents.on('will-redirect', denyOtherOrigins);
  contents.on('will-frame-navigate', denyOtherOrigins);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log('security.windowDenied', { url });
    return { action: 'deny' };
  });
}

function hasLocalScheme(address: string): boolean {
  const schemes = [APP_SCHEME, MEDIA_SCHEME, 'data', 'blob', 'devtools'];
  return schemes.some((scheme) => address.startsWith(`${scheme}:`));
}
