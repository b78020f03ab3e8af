import { expect, test } from 'vitest';
import { toFileName } from '#shell/base/fileName.ts';

test.each([
  ['Conversation with Anna de Vries', 'Conversation with Anna de Vries'],
  ['Gesprek met Renée 🌻', 'Gesprek met Renée 🌻'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Windows\\x', 'C Windows x'],
  ['invoice\u202efdp.exe', 'invoice fdp.exe'],
  ['a\u0000b\nc', 'a b c'],
  ['.hidden', 'hidden'],
  ['trailing. . ', 'trailing'],
  ['CON', 'Perch'],
  ['\u200b', 'Perch'],
  ['', 'Perch'],
])('%j becomes %j', (text, name) => {
  expect(toFileName(text)).toBe(name);
});

test('a long name is cut between characters', () => {
  expect(toFileName('🌻'.repeat(200))).toBe('🌻'.repeat(80));
});
