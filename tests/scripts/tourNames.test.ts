import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';

const tours = ['scripts/tourSteps.ts', 'scripts/year/yearSteps.ts'];

/** What a tour looks for by its words: `name: '…'`, `getByText(/…/)`, `choose(page, '…')` and the like. */
const lookups =
  /(?:name: |getByText\(|getByLabel\(|(?:choose|close|scrollTo)\(page, )(?:'([^']+)'|\/((?:[^/\\]|\\.)+)\/)/g;
/** What is not Perch's own, and stands in the place of a variable: people, rules and tags. */
const givenNames = /@annadv|Anna de Vries|Anna|Refunds/g;
/** Texts of customers, and what is made of several texts. */
const notOne = [
  /^Hi 7/,
  /^Survey answered: 7 out of 7$/,
  /^Thanks for answering/,
  /^I am home all day/,
  /^7,/,
  /^\^7,/,
  /add “Refund”/,
  /^\^VIP/,
];

/** All texts of a catalogue, with a 7 for each variable. */
function listTexts(catalogue: object): string[] {
  return Object.values(catalogue).flatMap((value) =>
    typeof value === 'string'
      ? [value.replace(/\{\{.*?\}\}/g, '7').replaceAll('\u00a0', ' ')]
      : typeof value === 'object' && value !== null
        ? listTexts(value)
        : [],
  );
}

const texts = listTexts(en);

const isSaid = (literal: string | undefined, pattern: string | undefined): boolean =>
  literal !== undefined
    ? texts.some((text) => text.includes(literal))
    : texts.some((text) => new RegExp(pattern ?? '').test(text));

test.each(tours)('%s looks for nothing that the window does not say', (file) => {
  const found = [...readFileSync(file, 'utf8').matchAll(lookups)].map(([, literal, pattern]) => ({
    literal: literal?.replace(givenNames, '7').replace(/\d+/g, '7'),
    pattern: pattern?.replace(givenNames, '7'),
  }));
  expect(found.length).toBeGreaterThan(10);
  const missing = found
    .filter(({ literal, pattern }) => !notOne.some((own) => own.test(literal ?? pattern ?? '')))
    .filter(({ literal, pattern }) => !isSaid(literal, pattern));
  expect(missing).toEqual([]);
});
