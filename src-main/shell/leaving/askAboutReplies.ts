import type { BrowserWindow, MessageBoxOptions } from 'electron';
import { askWhich, showMessageBox } from '../base/messageBox.ts';
import type { Texts } from '../locales/en.ts';
import { withCount } from '../locales/locales.ts';
import type { Choice, Occasion, Progress, Question } from './leavingReplies.ts';

/** Progress is shown only if there is something to wait for. */
const SHOW_AFTER_MS = 700;
/** Electron's value for progress without an end in sight. */
const INDETERMINATE = 2;

/** Asks what to do with unsent replies in a dialog of the system, on the window if there is one. Escape means to stay. */
export async function askAboutReplies(
  window: BrowserWindow | null,
  texts: Texts,
  { occasion, count, isLeft, canSend }: Question,
): Promise<Choice> {
  const [one, several] = isLeft
    ? [texts.replyLeft, texts.repliesLeft]
    : [texts.replyUnsent, texts.repliesUnsent];
  const send = occasion === 'quit' ? texts.sendAndQuit : texts.sendAndClose;
  const choice = await askWhich<Choice>(
    window,
    {
      type: 'question',
      message: count === 1 ? one : withCount(several, count),
      detail: occasion === 'quit' ? texts.unsentDetail : texts.unsentInWorkspace,
    },
    [...(canSend ? [['send', send] as const] : []), ['keep', texts.keepInPerch], ['stay', texts.cancel]],
  );
  return choice ?? 'stay';
}

/** Shows in a dialog of the system that replies are being sent, with a button to stop waiting, and in the taskbar. */
export function showSending(
  window: BrowserWindow | null,
  texts: Texts,
  count: number,
  occasion: Occasion,
): Progress {
  const end = new AbortController();
  const options: MessageBoxOptions = {
    type: 'info',
    message: count === 1 ? texts.sendingReply : withCount(texts.sendingReplies, count),
    detail: occasion === 'quit' ? texts.sendingThenQuit : texts.sendingThenClose,
    buttons: [texts.stopWaiting],
    noLink: true,
    signal: end.signal,
  };
  window?.setProgressBar(INDETERMINATE);
  const stopped = new Promise<void>((resolve) => {
    // On macOS a dialog without a window cannot be closed again.
    if (!window && process.platform === 'darwin') return;
    const timer = setTimeout(() => void showMessageBox(window, options).then(() => resolve()), SHOW_AFTER_MS);
    end.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  return {
    stopped,
    end: () => {
      end.abort();
      if (window && !window.isDestroyed()) window.setProgressBar(-1);
    },
  };
}
