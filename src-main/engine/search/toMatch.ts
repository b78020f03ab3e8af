import { quotes, type TextToken, tokeniseQuery, toWords } from '#shared/foldText.ts';

/** Words that must occur next to each other; most phrases are a single word. */
export interface Phrase {
  readonly words: readonly string[];
  /** The last word may be the start of a longer one. */
  readonly isPrefix: boolean;
}

/**
 * What a person typed, as phrases that must all occur. The last word may be unfinished:
 *
 *     late order     ->  late, order*
 *     "late order"   ->  late order
 *     #4711-AB       ->  4711 ab*
 *     late o         ->  late            a single letter waits for the next one: it begins words in nearly every message
 *     o'b            ->  o
 *     don't          ->  don t           unless it ends a contraction
 *     o              ->  o               or is all there is
 *     荷             ->  荷*             one sign of a script without spaces is the first of a pair, or the last of a run
 *     荷物が         ->  荷物 物が
 *
 * Quotation marks of every language count. Empty if nothing searchable was typed.
 */
export function parseQuery(typed: string): Phrase[] {
  const text = toPlainQuotes(typed);
  const parts = [...text.matchAll(/"([^"]+)"?|[^\s"]+/g)].flatMap(([part, quoted]) => {
    const tokens = tokeniseQuery(quoted ?? part);
    return tokens.length === 0 ? [] : [{ part, tokens }];
  });
  const isFinished = /"\s*$/.test(text);
  return parts.flatMap(({ part, tokens }, n) => {
    if (isFinished || n < parts.length - 1) return [toPhrase(tokens, false)];
    const waits = isSingleLetter(tokens.at(-1)) && !contraction.test(part);
    if (!waits) return [toPhrase(tokens, !contraction.test(part))];
    if (tokens.length > 1) return [toPhrase(tokens.slice(0, -1), false)];
    return n > 0 ? [] : [toPhrase(tokens, false)];
  });
}

/** The FTS5 expression for phrases. Each is quoted, so that no character has a special meaning. */
export function toMatch(phrases: readonly Phrase[]): string | null {
  // https://www.sqlite.org/fts5.html#fts5_strings
  const quoted = phrases.map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? '*' : ''}`);
  return quoted.join(' ') || null;
}

function toPhrase(tokens: readonly TextToken[], isUnfinished: boolean): Phrase {
  const last = tokens.at(-1);
  const isPrefix = last?.kind === 'last' || (isUnfinished && last?.kind === 'word');
  return { words: toWords(tokens), isPrefix };
}

const isSingleLetter = (token: TextToken | undefined): boolean =>
  token?.kind === 'word' && /^[\p{L}\p{N}]\p{M}*$/u.test(token.text);

/** don't, it's, I'd, I'm. */
const contraction = /\p{L}['’ʼ＇`´][dmst]$/iu;

/**
 * Single quotation marks count only around words, since ’ is the apostrophe too. A mark may open in one language and close in
 * another („so“, “so”, »so«), so none is told from another.
 */
function toPlainQuotes(typed: string): string {
  return typed.replace(quotes, '"').replace(/(^|\s)[‘‚‛‹](\S.*?)[’‘›](?=\s|$)/g, '$1"$2"');
}
