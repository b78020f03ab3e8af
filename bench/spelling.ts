import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../scripts/projectFolder.ts';
import { Language } from '../shared/domain/language.ts';
import { dictionaries } from '../src-main/shell/spelling/dictionaries.ts';
import { openSpeller } from '../src-main/shell/spelling/speller.ts';
import { repeated, timed, toCell } from './measure.ts';
import type { Row } from './table.ts';

const packages = join(projectFolder, 'node_modules');

/** As many different words as the longest text that X takes has. */
const TEXT_WORDS = 1_800;
const SUGGESTIONS = 200;

/** Opening the dictionaries of each language, checking a long text every tenth word of which is wrong, and suggestions. */
export async function measureSpelling(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const language of Language.options) {
    const begin = performance.now();
    const speller = await openSpeller(packages, language);
    const opened = performance.now() - begin;
    const words = someWords(language);
    const wrong = words.map((word) => `${word.slice(0, 2)}q${word.slice(2)}`);
    const text = Array.from({ length: TEXT_WORDS }, (_, n) => (n % 10 === 0 ? wrong[n] : words[n]) ?? '');
    const checked = timed(() => text.filter((word) => speller.isRight(word)).length);
    const suggested = repeated(SUGGESTIONS, (n) => speller.suggest(wrong[n] ?? ''));
    rows.push(
      [`${language}: opening its dictionaries`, `${Math.round(opened)} ms`, ''],
      [`${language}: a check of ${TEXT_WORDS} words`, `${checked.ms.toFixed(1)} ms`, '<= 100 ms'],
      [`${language}: suggestions for a word`, toCell(suggested), 'p95 <= 700'],
    );
  }
  return rows;
}

/** Plain words from all over a dictionary. */
function someWords(language: Language): readonly string[] {
  const [name = ''] = dictionaries[language];
  const lines = readFileSync(join(packages, name, 'index.dic'), 'utf8').split('\n');
  const words = lines
    .map((line) => line.split(/[/\t]/)[0] ?? '')
    .filter((word) => /^\p{Ll}{4,12}$/u.test(word));
  const step = Math.floor(words.length / TEXT_WORDS);
  return Array.from({ length: TEXT_WORDS }, (_, n) => words[n * step] ?? '');
}
