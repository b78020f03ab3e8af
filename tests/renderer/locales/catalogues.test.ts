import { describe, expect, it } from 'vitest';
import { catalogues } from '#renderer/locales/catalogues.ts';
import { setFrenchSpaces } from '#renderer/locales/frenchSpaces.ts';
import { Language } from '#shared/domain/language.ts';

/** Every sentence of a catalogue by its path. */
function flatten(words: object, path = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(path + key, value);
    else for (const [inner, text] of flatten(value, `${path}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
const keysOf = (text: string) => [...text.matchAll(/<k>(.*?)<\/k>/g)].map((match) => match[1]);
const english = flatten(catalogues.en);

describe.each(['nl', 'fr'] as const)('the %s catalogue', (language) => {
  const words = flatten(catalogues[language]);

  it('has every key of the English one, and no other but `_many`', () => {
    const own = [...words.keys()].filter((key) => !key.endsWith('_many'));
    expect(own.sort()).toEqual([...english.keys()].sort());
  });

  it('uses the same placeholders and names the same keys', () => {
    for (const [key, text] of words) {
      const source = english.get(key) ?? english.get(key.replace(/_many$/, '_other')) ?? '';
      expect([key, placeholders(text)]).toEqual([key, placeholders(source)]);
      expect([key, keysOf(text)]).toEqual([key, keysOf(source)]);
    }
  });

  it('has every plural form of its language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const key of words.keys()) {
      if (!key.endsWith('_other')) continue;
      const base = key.slice(0, -'_other'.length);
      expect(forms.map((form) => `${base}_${form}`).filter((each) => !words.has(each))).toEqual([]);
    }
  });

  it('leaves no sentence empty', () => {
    expect([...words].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('French', () => {
  it('is typed with ordinary spaces and shown with narrow no-break ones', () => {
    expect(setFrenchSpaces('Prêt ? Oui : « {{text}} » ; à 80 % !')).toBe(
      'Prêt\u202f? Oui\u202f: «\u202f{{text}}\u202f»\u202f; à 80\u202f%\u202f!',
    );
  });

  it('has a narrow no-break space before each of ; : ! ? % and inside guillemets', () => {
    const wrong = /(^|[^\u202f])[;!?%»]|[^\u202f\s]:(?=\s)| :|«[^\u202f]/;
    const texts = [...flatten(catalogues.fr)].filter(([key]) => key !== 'costs.percent');
    expect(texts.filter(([, text]) => wrong.test(text))).toEqual([]);
  });
});

it.each(Language.options)('uses typographic quotes and apostrophes in %s', (language) => {
  expect([...flatten(catalogues[language])].filter(([, text]) => /['"]|\.\.\./.test(text))).toEqual([]);
});
