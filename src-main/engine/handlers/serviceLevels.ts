import type { EngineParsed } from '#shared/contract/engine.ts';
import type { ServiceLevel } from '#shared/domain/serviceLevel.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { updateDueTimes } from '../conversations/dueTime.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import type { Db } from '../store/open.ts';
import { getServiceLevels, putServiceLevels } from '../store/serviceLevels.ts';
import { inTransaction } from '../store/sql.ts';
import { listKnownTagIds } from '../store/tags.ts';
import type { Handlers } from './handlers.ts';

/** How soon whom is replied to. */
export const serviceLevelsHandlers = {
  'serviceLevels.get': ({ db }) => ok(getServiceLevels(db)),

  'serviceLevels.set': (ctx, { levels, standard }) => {
    const { db } = ctx;
    const changed = { levels: levels.map((level) => ({ ...level, id: level.id ?? ctx.newId() })), standard };
    const mistake = findMistake(changed.levels) ?? findUnknownTag(db, levels);
    if (mistake) return mistake;
    inTransaction(db, () => {
      putServiceLevels(db, changed);
      updateDueTimes(db);
      const facts = { serviceLevels: JSON.stringify(changed) };
      const agent = getCurrentAgent(db).id;
      recordActivity(ctx, { kind: 'settingsChanged', agent, conversationId: null, facts });
    });
    ctx.emit({ name: 'settings.changed', params: {} });
    return ok(changed);
  },
} satisfies Partial<Handlers>;

function findMistake(levels: readonly ServiceLevel[]): Result<never, AppError> | null {
  for (const key of ['id', 'name'] as const) {
    const values = levels.map((level) => level[key].toLowerCase());
    const at = values.findIndex((value, index) => values.indexOf(value) < index);
    if (at >= 0)
      return err({
        code: 'invalid',
        path: `levels.${at}.${key}`,
        reason: `is that of another level; found ${JSON.stringify(levels[at]?.[key])}`,
      });
  }
  return null;
}

// What a level has kept of a tag that is gone by now stays.
function findUnknownTag(
  db: Db,
  levels: EngineParsed<'serviceLevels.set'>['levels'],
): Result<never, AppError> | null {
  const kept = getServiceLevels(db).levels.flatMap(({ conditions }) => conditions.tagIds ?? []);
  const named = levels.flatMap(({ conditions }) => conditions.tagIds ?? []);
  const known = new Set([...kept, ...listKnownTagIds(db, named)]);
  const unknown = named.find((id) => !known.has(id));
  return unknown === undefined ? null : err({ code: 'notFound', what: 'tag', id: unknown });
}
