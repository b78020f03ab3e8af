import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Texts } from '../locales/en.ts';
import { withCount } from '../locales/locales.ts';
import type { Choice, Question } from './leavingReplies.ts';

/** Asks what to do with unsent replies in a dialog of the system, on the window if there is one. Escape means to stay. */
export async function askAboutReplies(
  window: BrowserWindow | null,
  texts: Texts,
  { count, isLeft, canSend }: Question,
): Promise<Choice> {
  const [one, several] = isLeft
    ? [texts.replyLeft, texts.repliesLeft]
    : [texts.replyUnsent, texts.repliesUnsent];
  const choices: readonly Choice[] = canSend ? ['send', 'keep', 'stay'] : ['keep', 'stay'];
  const labels = { send: texts.sendAndQuit, keep: texts.keepInPerch, stay: texts.cancel } as const;
  const options: MessageBoxOptions = {
    type: 'question',
    message: count === 1 ? one : withCount(several, count),
    detail: texts.unsentDetail,
    buttons: choices.map((choice) => labels[choice]),
    defaultId: 0,
    cancelId: choices.length - 1,
    noLink: true,
  };
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return choices[response] ?? 'stay';
}
