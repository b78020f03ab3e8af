import { type TextToken, tokenise } from '#shared/foldText.ts';
import { faceWeights, ironicFaces, withFaces } from './faces.ts';
import { findEntry, type Lexicon, type Role } from './lexicon.ts';

/** An entry of the lexicon in a text, or an emoji. */
export interface Item {
  readonly role: Role | 'face' | 'irony';
  readonly weight: number;
  /** The places of its first and last words among those of the text. */
  readonly from: number;
  readonly to: number;
  /** Counts the clauses of the text: what negates never reaches beyond its own. */
  readonly clause: number;
  /** Written in capitals, in a text that is not. */
  readonly isLoud: boolean;
}

export interface Items {
  readonly items: readonly Item[];
  /** How many words each clause has. */
  readonly clauseLengths: readonly number[];
  readonly words: number;
  readonly asks: boolean;
}

interface Word {
  readonly text: string;
  readonly isEmoji: boolean;
  readonly clause: number;
  readonly isLoud: boolean;
}

/** What a text says that matters to its sentiment, in order. Handles and links are left out; a hashtag counts as its words. */
export function readItems(text: string, lexicon: Lexicon): Items {
  const plain = toPlain(text);
  const words = toClauses(plain, tokenise(plain), lexicon);
  const items: Item[] = [];
  for (let at = 0; at < words.length; ) {
    const item = toItem(words, at, lexicon);
    if (item) items.push(item);
    at = (item?.to ?? at) + 1;
  }
  const clauseLengths: number[] = [];
  for (const { clause } of words) clauseLengths[clause] = (clauseLengths[clause] ?? 0) + 1;
  const asks = /[?？]/u.test(plain) || items.some(({ role }) => role === 'request');
  return { items, clauseLengths, words: words.length, asks };
}

function toPlain(text: string): string {
  const named = text.replace(/https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+|(?<![\p{L}\p{N}_])@\w+/giu, ' ');
  const spread = named.replace(/#([\p{L}\p{N}_]+)/gu, (_, name: string) => `${toHashtagWords(name)} `);
  return withFaces(spread);
}

const toHashtagWords = (name: string): string => name.replace(/_+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ');

const endsClause = /[.!?;:,()\n…–—|]/u;

function toClauses(text: string, tokens: readonly TextToken[], lexicon: Lexicon): Word[] {
  const isShouted = text === text.toUpperCase();
  let [clause, end] = [0, 0];
  return tokens.map((token) => {
    if (end > 0 && endsClause.test(text.slice(end, token.start))) clause += 1;
    end = token.end;
    const said = text.slice(token.start, token.end);
    const isLoud = !isShouted && said.length > 2 && said === said.toUpperCase() && /\p{Lu}/u.test(said);
    return { text: toKnownWord(token.text, lexicon), isEmoji: token.kind === 'emoji', clause, isLoud };
  });
}

/** A word without letters that were lengthened, as in "sooooo" or "cooool": the form that the lexicon has. */
function toKnownWord(word: string, { byWord }: Lexicon): string {
  if (!/(.)\1\1/u.test(word)) return word;
  const twice = word.replace(/(.)\1{2,}/gu, '$1$1');
  return byWord.has(twice) ? twice : word.replace(/(.)\1{2,}/gu, '$1');
}

function toItem(words: readonly Word[], at: number, lexicon: Lexicon): Item | null {
  const word = words[at];
  if (!word) return null;
  const { clause, isLoud } = word;
  const place = { from: at, to: at, clause, isLoud };
  if (word.isEmoji) {
    if (ironicFaces.has(word.text)) return { role: 'irony', weight: 0, ...place };
    const weight = faceWeights.get(word.text);
    return weight === undefined ? null : { role: 'face', weight, ...place };
  }
  const entry = findEntry(lexicon, (n) => toText(words[at + n], clause));
  return entry && { ...place, role: entry.role, weight: entry.weight, to: at + entry.words.length - 1 };
}

/** A phrase stays within its clause. */
const toText = (word: Word | undefined, clause: number): string | undefined =>
  word?.clause === clause ? word.text : undefined;
