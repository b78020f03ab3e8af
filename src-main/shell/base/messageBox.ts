import { type BrowserWindow, dialog, type MessageBoxOptions, type MessageBoxReturnValue } from 'electron';

/** Shows a dialog of the system, on the window if there is one. */
export function showMessageBox(
  window: BrowserWindow | null,
  options: MessageBoxOptions,
): Promise<MessageBoxReturnValue> {
  return window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
}

/** Asks in a dialog of the system which of these choices to take; Escape takes the last one, Enter the first. */
export async function askWhich<C extends string>(
  window: BrowserWindow | null,
  texts: Pick<MessageBoxOptions, 'type' | 'message' | 'detail'>,
  choices: readonly (readonly [C, string])[],
): Promise<C | undefined> {
  const { response } = await showMessageBox(window, {
    ...texts,
    buttons: choices.map(([, label]) => label),
    defaultId: 0,
    cancelId: choices.length - 1,
    noLink: true,
  });
  return choices[response]?.[0];
}
