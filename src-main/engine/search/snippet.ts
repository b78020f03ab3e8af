import { beginningOf } from '#shared/beginningOf.ts';
import { withoutOwnHandles } from '#shared/domain/ownHandles.ts';
import { findPhrases, type Phrase, type Stretch } from '#shared/findWords.ts';
import { type TextToken, tokenise } from '#shared/foldText.ts';

/** How many tokens a snippet has at most. */
const SNIPPET_TOKENS = 32;
/** The most characters in a snippet: a token can be as long as a text. */
const MAX_LENGTH = 590;
/** The most characters before the match: a row of results shows some seventy. */
const MAX_BEFORE = 36;

/** The text around the first match, with every match in it enclosed in \u0002 and \u0003; … where it was cut. */
export function toSnippet(text: string, phrases: readonly Phrase[]): string {
  const plain = text.replaceAll('\u0002', ' ').replaceAll('\u0003', ' ');
  const tokens = tokenise(plain);
  const matches = findPhrases(tokens, phrases);
  const { start, end } = chooseWindow(plain, tokens, matches[0]?.start ?? 0);
  let snippet = start > 0 ? '…' : '';
  let at = start;
  for (const match of matches.filter((one) => one.start >= start && one.start < end)) {
    const matchEnd = Math.min(match.end, end);
    snippet += `${plain.slice(at, match.start)}\u0002${plain.slice(match.start, matchEnd)}\u0003`;
    at = matchEnd;
  }
  return snippet + plain.slice(at, end) + (end < plain.length ? '…' : '');
}

/**
 * The snippet of a message, which leaves out the handles of the account at its beginning as its row in a list does, unless that is
 * where the words are. `handle` is without @.
 */
export function toMessageSnippet(text: string, phrases: readonly Phrase[], handle: string): string {
  const words = withoutOwnHandles(text, handle);
  const isAllThere = words === text || countMatches(words, phrases) === countMatches(text, phrases);
  return toSnippet(isAllThere ? words : text, phrases);
}

const countMatches = (text: string, phrases: readonly Phrase[]): number =>
  findPhrases(tokenise(text), phrases).length;

/** The tokens that are shown: from the beginning if the match is near it, else from a little before the match. */
function chooseWindow(text: string, tokens: readonly TextToken[], matchStart: number): Stretch {
  const isNear = ({ start, end }: TextToken) => start >= matchStart - MAX_BEFORE || end > matchStart;
  const first = matchStart <= MAX_BEFORE ? 0 : tokens.findIndex(isNear);
  const start = first === 0 ? 0 : (tokens[first]?.start ?? 0);
  const end = tokens[first + SNIPPET_TOKENS] ? tokens[first + SNIPPET_TOKENS - 1]?.end : text.length;
  return shorten(text, { start, end: end ?? text.length }, matchStart);
}

function shorten(text: string, { start, end }: Stretch, matchStart: number): Stretch {
  const later = Math.max(start, matchStart - MAX_BEFORE);
  // The second half of a surrogate pair belongs to what was cut.
  const from = later > start && /[\udc00-\udfff]/.test(text.charAt(later)) ? later + 1 : later;
  return { start: from, end: from + beginningOf(text.slice(from, end), MAX_LENGTH).length };
}
