import { expect, test } from 'vitest';
import { textsOf } from '#shell/locales/locales.ts';
import { type FieldFacts, type Misspelling, toFieldMenu } from '#shell/window/fieldMenu.ts';

const flags: FieldFacts['editFlags'] = {
  canUndo: false,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: true,
  canDelete: false,
  canSelectAll: true,
  canEditRichly: false,
};
const field: FieldFacts = { isEditable: true, selectionText: '', editFlags: flags };
const en = textsOf('en');

test('a field offers undo, the clipboard and selecting, and greys out what cannot be done', () => {
  const items = toFieldMenu(field, en).filter(({ type }) => type !== 'separator');
  expect(items.map(({ label }) => label)).toEqual(['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select All']);
  expect(items.filter(({ enabled }) => enabled).map(({ label }) => label)).toEqual(['Paste', 'Select All']);
});

test('a selected text elsewhere can be copied, and nothing else has a menu', () => {
  const text: FieldFacts = {
    isEditable: false,
    selectionText: 'abc',
    editFlags: { ...flags, canCopy: true },
  };
  expect(toFieldMenu(text, en).map(({ role }) => role)).toEqual(['copy']);
  expect(toFieldMenu({ ...text, selectionText: '' }, en)).toEqual([]);
});

test('a misspelled word can be replaced by what was meant, or added to the dictionary', () => {
  const done: string[] = [];
  const misspelling: Misspelling = {
    suggestions: ['receive', 'relieve'],
    replace: (suggestion) => void done.push(suggestion),
    addToDictionary: () => void done.push('added'),
  };
  const items = toFieldMenu(field, en, misspelling).filter(({ type }) => type !== 'separator');
  expect(items.slice(0, 4).map(({ label }) => label)).toEqual([
    'receive',
    'relieve',
    'Add to dictionary',
    'Undo',
  ]);
  for (const { click } of items.slice(1, 3)) click?.({} as never, undefined, {} as never);
  expect(done).toEqual(['relieve', 'added']);
});

test('a misspelled word without suggestions says so', () => {
  const misspelling: Misspelling = { suggestions: [], replace: () => {}, addToDictionary: () => {} };
  expect(toFieldMenu(field, en, misspelling)[0]).toEqual({ label: 'No suggestions', enabled: false });
});

test.each(['nl', 'fr'] as const)('leaves no label of Electron in English in %s', (language) => {
  const texts = textsOf(language);
  const items = toFieldMenu(field, texts).filter(({ type }) => type !== 'separator');
  expect(Object.values(texts)).toEqual(expect.arrayContaining(items.map(({ label }) => label)));
});
