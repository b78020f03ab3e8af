import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { toShortcutKey } from '#shared/domain/cannedResponse.ts';
import type { AppError } from '#shared/errors.ts';
import { tokeniseQuery, toWords } from '#shared/foldText.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getPersonLanguage } from '../conversations/personLanguage.ts';
import { listMatchingCanned } from '../store/cannedIndex.ts';
import { listCannedByRow, listMostUsed, listShortcuts } from '../store/cannedResponses.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import type { Db } from '../store/open.ts';
import { chooseText, type Occasion } from './chooseText.ts';
import { findMeant } from './spelling.ts';

type Ctx = Pick<EngineContext, 'db' | 'clock'>;
type Search = EngineParsed<'library.search'>;
type Found = EngineOutput<'library.search'>;

/**
 * Searches the library, tier by tier until enough is found: the shortcut, shortcuts that begin so, titles with these words, with words
 * that begin so, the same anywhere, and last with typing errors. Within a tier those used most come first. Fails with `notFound`.
 */
export async function searchLibrary(ctx: Ctx, search: Search): Promise<Result<Found, AppError>> {
  const occasion = toOccasion(ctx.db, search);
  if (!occasion.ok) return occasion;
  const rows = await findRows(ctx, search.query, search.limit);
  return ok({ items: toItems(ctx.db, rows, occasion.value) });
}

function toOccasion(db: Db, search: Search): Result<Occasion, AppError> {
  const { conversationId, channel = null, language = null } = search;
  const occasion: Occasion = { channel, language, usual: 'en' };
  if (conversationId === undefined) return ok(occasion);
  const personId = getPersonIdOf(db, conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  return ok({ ...occasion, language: language ?? getPersonLanguage(db, { conversationId, personId }) });
}

async function findRows({ db, clock }: Ctx, query: string, limit: number): Promise<number[]> {
  const typed = query.trim().replace(/^[/;]/, '');
  const words = toSearchedWords(typed);
  if (typed === '') return listMostUsed(db, limit);
  const rows = new Set<number>();
  for (const list of toTiers(db, typed, words, limit)) {
    for (const row of list()) rows.add(row);
    if (rows.size >= limit) return [...rows].slice(0, limit);
  }
  const meant = words.length > 0 ? await findMeant(db, clock, words) : [];
  if (meant.some((others) => others.length > 0)) {
    for (const row of listMatchingCanned(db, toTolerantMatch(words, meant), limit)) rows.add(row);
  }
  return [...rows].slice(0, limit);
}

const isLetter = (word: string) => /^[\p{L}\p{N}]$/u.test(word);

// A single letter behind other words waits for the next one: it begins words in nearly every text.
function toSearchedWords(typed: string): string[] {
  const words = toWords(tokeniseQuery(typed));
  return words.length > 1 && isLetter(words.at(-1) ?? '') ? words.slice(0, -1) : words;
}

/** The tiers without typing errors. A later one lists what an earlier one has, too. */
function toTiers(db: Db, typed: string, words: readonly string[], limit: number): (() => number[])[] {
  const ofShortcuts = toShortcutKey(typed) === '' ? [] : [() => listShortcuts(db, typed, limit)];
  if (words.length === 0) return ofShortcuts;
  const exact = words.map(toExact).join(' ');
  const begun = words.map(toBegun).join(' ');
  const [only = ''] = words;
  if (words.length === 1 && isLetter(only)) {
    const inTitles = [exact, `"${only}"*`].map((match) => `{title} : (${match})`);
    return [
      ...ofShortcuts,
      ...[...inTitles, exact].map((match) => () => listMatchingCanned(db, match, limit)),
    ];
  }
  // Most of what is misspelt has no hit at all, which one question tells.
  if (listMatchingCanned(db, begun, 1).length === 0) return ofShortcuts;
  const matches = [`{title} : (${exact})`, `{title} : (${begun})`, exact, begun];
  return [...ofShortcuts, ...matches.map((match) => () => listMatchingCanned(db, match, limit))];
}

const toExact = (word: string) => `"${word}"`;
// Words that begin with one letter are a large part of the index.
const toBegun = (word: string) => (isLetter(word) ? toExact(word) : `"${word}"*`);

function toTolerantMatch(words: readonly string[], meant: readonly (readonly string[])[]): string {
  const alternatives = words.map((word, n) => [toBegun(word), ...(meant[n] ?? []).map(toExact)].join(' OR '));
  return alternatives.map((each) => `(${each})`).join(' AND ');
}

function toItems(db: Db, rows: readonly number[], occasion: Occasion): Found['items'] {
  const byRow = new Map(listCannedByRow(db, rows).map((canned) => [canned.rowId, canned]));
  return rows.flatMap((row) => {
    const canned = byRow.get(row);
    const chosen = canned && chooseText(canned.texts, occasion);
    if (!canned || !chosen) return [];
    const { id, title, shortcut, folder, uses } = canned;
    return [{ id, title, shortcut, folder, uses, ...chosen }];
  });
}
