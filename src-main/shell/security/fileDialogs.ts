import type { Session, WebContents } from 'electron';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { Log } from '../base/log.ts';

/**
 * Keeps a page from opening the system's dialog for choosing files. Electron has no event for `<input type="file">`; the
 * interception of Chromium's debugging protocol is the only way to refuse it. That runs in the page's own process, so it binds
 * scripts in the page, and not somebody who has taken over that process.
 */
export function denyFileChoosers({ debugger: protocol }: WebContents, log: Log): void {
  const begin = () => {
    intercept(protocol).catch((cause: unknown) =>
      log('security.fileChoosersAllowed', { reason: toErrorMessage(cause) }),
    );
  };
  protocol.on('message', (_event, method) => {
    if (method === 'Page.fileChooserOpened') log('security.fileChooserDenied');
  });
  // Opening the developer tools can end the session.
  protocol.on('detach', (_event, reason) => {
    if (reason !== 'target closed') begin();
  });
  begin();
}

async function intercept(protocol: WebContents['debugger']): Promise<void> {
  if (!protocol.isAttached()) protocol.attach();
  await protocol.sendCommand('Page.enable');
  await protocol.sendCommand('Page.setInterceptFileChooserDialog', { enabled: true, cancel: true });
}

/** Cancels every download of a session, which would open the system's dialog for saving files. */
export function denyDownloads(session: Session, log: Log): void {
  session.on('will-download', (event, item) => {
    event.preventDefault();
    log('security.downloadDenied', { url: item.getURL() });
  });
}
