import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../locales/en.ts';

/** What the menu of a text field depends on. */
export type FieldFacts = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/**
 * The menu of a text field, or of a selected text elsewhere; empty where there is nothing to do. Its items are roles of Electron: the
 * page itself can neither read the clipboard nor open this menu.
 */
export function toFieldMenu({ isEditable, selectionText, editFlags }: FieldFacts, texts: Texts): Item[] {
  const role = (name: keyof Texts & NonNullable<Item['role']>, enabled: boolean): Item => ({
    role: name,
    label: texts[name],
    enabled,
  });
  if (!isEditable) return selectionText === '' ? [] : [role('copy', editFlags.canCopy)];
  return [
    role('undo', editFlags.canUndo),
    role('redo', editFlags.canRedo),
    separator,
    role('cut', editFlags.canCut),
    role('copy', editFlags.canCopy),
    role('paste', editFlags.canPaste),
    separator,
    role('selectAll', editFlags.canSelectAll),
  ];
}
