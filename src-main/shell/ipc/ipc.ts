import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { type ShellEvent, shellEvents } from '#shared/contract/shell.ts';
import { isAppOrigin } from '../security/permissions.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { type ShellHandlers, serveCall } from './serve.ts';

/** Answers the calls of the application's own windows, and of nobody else. */
export function answerWindows(handlers: ShellHandlers): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown) => {
    if (!isOwnTopFrame(event)) throw new Error('This page may not talk to the shell');
    return serveCall(handlers, method, input);
  });
}

/** Tells a window something; a window that has gone is passed over. */
export function tellWindow(contents: WebContents | undefined, event: ShellEvent): void {
  if (!contents || contents.isDestroyed()) return;
  contents.send(EVENT_CHANNEL, { name: event.name, params: shellEvents[event.name].parse(event.params) });
}

function isOwnTopFrame({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppOrigin(senderFrame.url);
}
