import { beginningOf } from '#shared/beginningOf.ts';
import { ROW_TEXT_LENGTH } from '#shared/domain/conversation.ts';
import { parseMessageQuery } from '#shared/domain/messageQuery.ts';
import type { Note } from '#shared/domain/note.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { fromCursor, RowPosition, toCursor } from '../conversations/cursor.ts';
import { listMatchingNotes } from '../store/noteIndex.ts';
import { listNotesByRow } from '../store/notes.ts';
import type { Db } from '../store/open.ts';
import { toSnippet } from './snippet.ts';
import { toMatch } from './toMatch.ts';

/** A page of notes that match, newest first. */
export interface FoundNotes {
  readonly items: { readonly note: Note; readonly snippet: string }[];
  readonly next?: string;
}

/** The notes that contain all words of `text`; `next` is set if more follow. Fails with `invalid` for a bad cursor. */
export function findNotes(
  db: Db,
  query: { readonly text: string; readonly limit: number; readonly after?: string | undefined },
): Result<FoundNotes, AppError> {
  const cursor = fromCursor(query.after, 'after', RowPosition);
  if (!cursor.ok) return cursor;
  const words = parseMessageQuery(query.text);
  const phrases = words.groups.flat();
  const match = toMatch(words);
  if (match === null) return ok({ items: [] });
  const rows = listMatchingNotes(db, match, cursor.value?.[0] ?? Number.MAX_SAFE_INTEGER, query.limit + 1);
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

function toRowNote(note: Note): Note {
  const text = beginningOf(note.text, ROW_TEXT_LENGTH);
  return { ...note, text, mentions: note.mentions.filter(({ end }) => end <= text.length) };
}
