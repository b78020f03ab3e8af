import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../locales/en.ts';

/** What the menu of a text field depends on. */
export type FieldFacts = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/** A misspelled word that the menu was opened on. */
export interface Misspelling {
  /** What was probably meant, best first. */
  readonly suggestions: readonly string[];
  /** Puts one of them in its place. */
  readonly replace: (suggestion: string) => void;
  readonly addToDictionary: () => void;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/**
 * The menu of a text field, or of a selected text elsewhere; empty where there is nothing to do. Its items are roles of Electron: the
 * page itself can neither read the clipboard nor open this menu.
 */
export function toFieldMenu(
  { isEditable, selectionText, editFlags }: FieldFacts,
  texts: Texts,
  misspelling?: Misspelling,
): Item[] {
  const role = (name: keyof Texts & NonNullable<Item['role']>, enabled: boolean): Item => ({
    role: name,
    label: texts[name],
    enabled,
  });
  if (!isEditable) return selectionText === '' ? [] : [role('copy', editFlags.canCopy)];
  return [
    ...(misspelling ? [...toSpellingItems(misspelling, texts), separator] : []),
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

function toSpellingItems({ suggestions, replace, addToDictionary }: Misspelling, texts: Texts): Item[] {
  const none: Item = { label: texts.noSuggestions, enabled: false };
  const found = suggestions.map((label): Item => ({ label, click: () => replace(label) }));
  return [
    ...(found.length > 0 ? found : [none]),
    separator,
    { label: texts.addToDictionary, click: addToDictionary },
  ];
}
