import { app, type Session, type WebContents } from 'electron';
import { MEDIA_SCHEME } from '#shared/domain/mediaAddress.ts';
import { APP_SCHEME } from '../protocols/schemes.ts';
import { isAppOrigin, isPermissionGranted } from './permissions.ts';

type Report = (happening: string, facts: Readonly<Record<string, string>>) => void;

/** Keeps every page, now and later, on the application's own address and without windows or guests of its own. */
export function guardAllContents(report: Report): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, report));
}

/** Denies permissions, devices and all network to the pages of a session. */
export function guardSession(session: Session, report: Report): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isPermissionGranted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermissionGranted(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const local = isLocalScheme(details.url);
    if (!local) report('request denied', { url: details.url });
    answer({ cancel: !local });
  });
}

function guardContents(contents: WebContents, report: Report): void {
  const stay = (event: { preventDefault(): void; readonly url: string }) => {
    if (isAppOrigin(event.url)) return;
    event.preventDefault();
    report('navigation denied', { url: event.url });
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    report('window denied', { url });
    return { action: 'deny' };
  });
}

function isLocalScheme(address: string): boolean {
  const schemes = [APP_SCHEME, MEDIA_SCHEME, 'data', 'blob', 'devtools'];
  return schemes.some((scheme) => address.startsWith(`${scheme}:`));
}
