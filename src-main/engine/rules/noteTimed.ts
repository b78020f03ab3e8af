import { isTimed, type Rule, type TimedTrigger } from '#shared/domain/rule.ts';
import type { EngineContext } from '../context/context.ts';
import { getCompiledRules } from '../conversations/compiledRules.ts';
import type { Db } from '../store/open.ts';
import { insertRuleEvent } from '../store/ruleEvents.ts';
import { inTransaction } from '../store/sql.ts';
import { getCountsFrom, listQuiet, putRuleWait, type Quiet, setCountsFrom } from '../store/timedRules.ts';
import { toQuietRange } from './quietRange.ts';

/** So many conversations are noted for a rule at once; the rest waits for the next time. */
const AT_ONCE = 200;

/**
 * Notes the conversations for which a rule is due because time has passed, each once. Safe to call at any time, also long after, as
 * when the machine slept.
 */
export function noteTimed({ db, clock }: Pick<EngineContext, 'db' | 'clock'>): void {
  const now = clock.now();
  const due = getCompiledRules(db).flatMap(({ rule }) => listDue(db, rule, now));
  if (due.length === 0) return;
  inTransaction(db, () => {
    for (const { rule, ...quiet } of due) putRuleWait(db, rule.id, quiet);
    for (const { conversationId, ...event } of toEvents(due)) {
      insertRuleEvent(db, { conversationId, messageRow: null, at: now, event });
    }
  });
}

interface Due extends Quiet {
  readonly rule: Rule & { readonly when: TimedTrigger };
}

function listDue(db: Db, { when, ...rule }: Rule, now: number): Due[] {
  if (!isTimed(when)) return [];
  const countsFrom = getCountsFrom(db, rule.id) ?? now;
  // The clock was ahead when the rule was switched on.
  if (countsFrom > now) setCountsFrom(db, rule.id, now);
  const range = toQuietRange(db, when, { countsFrom, now });
  if (range === null) return [];
  return listQuiet(db, when.kind, { ruleId: rule.id, ...range, limit: AT_ONCE }).map((quiet) => ({
    ...quiet,
    rule: { ...rule, when },
  }));
}

/** Rules that wait for the same are of one event, so that one of them can stop those below it. */
function toEvents(due: readonly Due[]) {
  const groups = new Map<string, Due[]>();
  for (const one of due) {
    const key = JSON.stringify([one.conversationId, one.rule.when]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { conversationId, since, rule } = first;
    return { conversationId, kind: rule.when.kind, since, rules: group.map((one) => one.rule.id), chain: [] };
  });
}
