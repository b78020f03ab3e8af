import { beginningOf } from '#shared/beginningOf.ts';
import { ROW_TEXT_LENGTH } from '#shared/domain/conversation.ts';
import { parseMessageQuery } from '#shared/domain/messageQuery.ts';
import type { Note } from '#shared/domain/note.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { fromCursor, RowPosition, toCursor } from '../conversations/cursor.ts';
import { filterNotes, listMatchingNotes } from '../store/noteIndex.ts';
import { listNotesByRow } from '../store/notes.ts';
import type { Db } from '../store/open.ts';
import { timeOfRowId } from '../store/rowIds.ts';
import { planSearch, type SearchPlan } from './planSearch.ts';
import { toSnippet } from './snippet.ts';
import { toMatch } from './toMatch.ts';

/** A page of notes that match, newest first. */
export interface FoundNotes {
  readonly items: { readonly note: Note; readonly snippet: string }[];
  readonly next?: string;
}

/**
 * The notes that contain all words of `text` and meet its filters: those on conversations are about the note's, dates are about the note
 * itself, and what only messages have, such as a language, no note has. `next` is set if more follow. Fails with `invalid` for a bad cursor.
 */
export function findNotes(
  db: Db,
  query: { readonly text: string; readonly limit: number; readonly after?: string | undefined },
  now: number,
): Result<FoundNotes, AppError> {
  const cursor = fromCursor(query.after, 'after', RowPosition);
  if (!cursor.ok) return cursor;
  const words = parseMessageQuery(query.text);
  const phrases = words.groups.flat();
  const match = toMatch(words);
  if (match === null) return ok({ items: [] });
  const plan = planSearch(db, words.filters, now);
  const rows = listRows(db, match, plan, cursor.value?.[0] ?? Number.MAX_SAFE_INTEGER, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const items = listNotesByRow(db, page).map((note) => ({
    note: toRowNote(note),
    snippet: toSnippet(note.text, phrases),
  }));
  const last = page.at(-1);
  return ok({
    items,
    ...(rows.length > page.length && last !== undefined ? { next: toCursor([last]) } : {}),
  });
}

/** Notes that are looked at for a page in one go. */
const AT_ONCE = 500;

/** The newest `limit` rows before `before` that match and meet the conditions. */
function listRows(db: Db, match: string, plan: SearchPlan, before: number, limit: number): number[] {
  const { conditions } = plan;
  const range = { from: timeOfRowId(plan.range.from), before: timeOfRowId(plan.range.before) };
  const found: number[] = [];
  for (let at = before; found.length < limit; ) {
    const rows = listMatchingNotes(db, match, at, AT_ONCE);
    found.push(...filterNotes(db, rows, range, conditions));
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) break;
    at = last;
  }
  return found.slice(0, limit);
}

function toRowNote(note: Note): Note {
  const text = beginningOf(note.text, ROW_TEXT_LENGTH);
  return { ...note, text, mentions: note.mentions.filter(({ end }) => end <= text.length) };
}
