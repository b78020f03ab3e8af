import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { fromCursor, TimePosition, toCursor } from '../../conversations/cursor.ts';
import { getHiddenFrom } from '../../conversations/hiddenScores.ts';
import { mapPeopleOf } from '../../store/namedPeople.ts';
import type { Db } from '../../store/open.ts';
import { listComments } from '../../store/surveyComments.ts';

/** A page of what people said beside their scores, the last response first, without what is hidden from the current agent. Fails with `invalid` for a cursor that is none. */
export function listSurveyComments(
  { db }: { readonly db: Db },
  { cursor, ...query }: EngineParsed<'reports.surveyComments'>,
): Result<EngineOutput<'reports.surveyComments'>, AppError> {
  const after = fromCursor(cursor, 'cursor', TimePosition);
  if (!after.ok) return after;
  const found = listComments(db, {
    ...query,
    limit: query.limit + 1,
    after: after.value,
    hiddenFrom: getHiddenFrom(db),
  });
  const page = found.slice(0, query.limit);
  const people = mapPeopleOf(
    db,
    page.map(({ conversationId }) => conversationId),
  );
  const items = page.flatMap((comment) => {
    const person = people.get(comment.conversationId);
    return person ? [{ ...comment, person }] : [];
  });
  const last = page.at(-1);
  const hasMore = found.length > page.length && last !== undefined;
  return ok({ items, ...(hasMore ? { nextCursor: toCursor([last.at, last.surveyId]) } : {}) });
}
