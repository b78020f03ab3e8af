import { copyText } from '../ui/copyText.ts';
import { useUi } from './ui.ts';

/** Puts a text on the clipboard; if the system refuses it, a notice shows it. */
export async function copyOrSay(text: string): Promise<void> {
  if (!(await copyText(text))) useUi.getState().notify({ code: 'notCopied', text });
}
