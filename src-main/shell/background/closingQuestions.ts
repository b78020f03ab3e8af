import type { BrowserWindow } from 'electron';
import { askWhich } from '../base/messageBox.ts';
import type { Texts } from '../locales/en.ts';
import type { ClosingChoice } from './closing.ts';

/** Asks whether Perch should go on when its window is closed. Escape means that the window stays. */
export async function askToKeepRunning(window: BrowserWindow | null, texts: Texts): Promise<ClosingChoice> {
  const choice = await askWhich(
    window,
    { type: 'question', message: texts.keepRunningQuestion, detail: texts.keepRunningDetail },
    [
      ['keepRunning', texts.keepRunning],
      ['quit', texts.quitWithoutName],
      ['stay', texts.cancel],
    ],
  );
  return choice ?? 'stay';
}

/** Says that this desktop shows no tray icon, and asks whether to quit. Escape means no. */
export async function sayNoTray(window: BrowserWindow | null, texts: Texts): Promise<boolean> {
  const choice = await askWhich(window, { type: 'info', message: texts.noTray, detail: texts.noTrayDetail }, [
    ['quit', texts.quitWithoutName],
    ['stay', texts.cancel],
  ]);
  return choice === 'quit';
}
