import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { type ShellEvent, shellEvents } from '#shared/contract/shell.ts';
import { isAppOrigin } from '../base/urls.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { type ShellHandlers, serveCall } from './serve.ts';

/** Serves calls from the application's own windows; rejects all others. */
export function serveWindows(handlers: ShellHandlers): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown) => {
    if (!isOwnTopFrame(event)) throw new Error('This page may not call the shell');
    return serveCall(handlers, method, input);
  });
}

/** Sends an event to a window; does nothing if the window is gone. */
export function sendToWindow(contents: WebContents | undefined, event: ShellEvent): void {
  if (!contents || contents.isDestroyed()) return;
  contents.send(EVENT_CHANNEL, { name: event.name, params: shellEvents[event.name].parse(event.params) });
}

function isOwnTopFrame({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppOrigin(senderFrame.url);
}
