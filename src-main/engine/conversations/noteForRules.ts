import type { Survey } from '#shared/domain/askedSurvey.ts';
import { createCalendar } from '#shared/domain/officeCalendar.ts';
import type { Rule } from '#shared/domain/rule.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import type { Db } from '../store/open.ts';
import { insertRuleEvent } from '../store/ruleEvents.ts';
import { getSettings } from '../store/settings.ts';
import { getCompiledRules, withTrigger } from './compiledRules.ts';

type Context = Pick<EngineContext, 'db' | 'clock'>;

/** What is older when it is captured is no news any more, as after weeks in which Perch did not run. */
export const NEWS_MS = 7 * DAY_MS;

/** Notes that a conversation got tags, if a rule waits for one of them. Call it in the transaction that adds them. */
export function noteTags(
  { db, clock }: Context,
  conversationId: string,
  tags: readonly string[],
  chain: readonly string[],
): void {
  if (tags.length === 0) return;
  const isWanted = getCompiledRules(db).some(
    ({ rule: { when } }) => when.kind === 'tagAdded' && tags.includes(when.tag),
  );
  if (!isWanted) return;
  const event = { kind: 'tagged' as const, tags: [...tags], chain: [...chain] };
  insertRuleEvent(db, { conversationId, messageRow: null, at: clock.now(), event });
}

/** A survey that gets a score, and the one that it had before; null if none. */
export interface NewScore extends Pick<Survey, 'scale'> {
  readonly score: number;
  readonly before: number | null;
}

/** Whether a rule waits for such a score, and not for the one before it, too. */
export function isScoreWanted({ when }: Rule, { scale, score, before }: NewScore): boolean {
  if (when.kind !== 'score' || when.scale !== scale) return false;
  const { from, to } = when;
  const isWithin = (one: number) => one >= from && one <= to;
  return isWithin(score) && (before === null || !isWithin(before));
}

/** The survey, and the row of the message with the score; null if an agent sets it. */
interface Scored extends NewScore, Pick<Survey, 'conversationId'> {
  readonly surveyId: string;
  readonly messageRow: number | null;
}

/** Notes that a survey got a score, if a rule waits for it. Call it in the transaction that stores the score. */
export function noteScore({ db, clock }: Context, { conversationId, messageRow, ...scored }: Scored): void {
  if (!getCompiledRules(db).some(({ rule }) => isScoreWanted(rule, scored))) return;
  const event = { kind: 'score' as const, ...scored, chain: [] };
  insertRuleEvent(db, { conversationId, messageRow, at: clock.now(), event });
}

/** A post that a saved search found: its row, and whether no other search had found it. */
interface NewHit {
  readonly messageRow: number;
  readonly isFirst: boolean;
}

/** Whether a rule waits for the posts that this search finds. */
export const isHitWanted = (
  { when }: Rule,
  { searchId, isFirst }: { readonly searchId: string; readonly isFirst: boolean },
): boolean => when.kind === 'hit' && (when.search === null ? isFirst : when.search === searchId);

/** Notes the posts that a saved search has just found, if a rule waits for them. Call it in the transaction that stores them. */
export function noteHits({ db, clock }: Context, searchId: string, hits: readonly NewHit[]): void {
  const rules = withTrigger(getCompiledRules(db), 'hit');
  for (const { messageRow, isFirst } of hits) {
    if (!rules.some(({ rule }) => isHitWanted(rule, { searchId, isFirst }))) continue;
    const event = { kind: 'hit' as const, searchId, isFirst, chain: [] };
    insertRuleEvent(db, { conversationId: null, messageRow, at: clock.now(), event });
  }
}

/** Returns a function that says whether the office is open at a time; it reads the settings only when it is called. */
export function toOpen(db: Db, at: number): () => boolean {
  let open: boolean | null = null;
  return () => {
    const { officeHours } = open === null ? getSettings(db) : { officeHours: null };
    open ??= officeHours === null || createCalendar(officeHours).isOpen(at);
    return open;
  };
}
