import { isTimed, MAX_RULES, type Rule, type RuleSteps, type RuleTrigger } from '#shared/domain/rule.ts';
import { scoreRange } from '#shared/domain/survey.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { listRules, putRules } from '../store/rules.ts';
import { inTransaction } from '../store/sql.ts';
import { setCountsFrom } from '../store/timedRules.ts';
import { findProblem } from './findProblem.ts';

type ScoreTrigger = Extract<RuleTrigger, { kind: 'score' }>;

/** The rules as they are to be, in their order, and what the change returns. */
interface RulesChange<T> {
  readonly rules: readonly Rule[];
  /** The rule that is new or was changed. */
  readonly changed?: Rule;
  readonly output: T;
}

/**
 * Changes the rules in one transaction, then emits `rules.changed`. `toChange` gets them as they are; if it returns an error, or the
 * rule that it changes makes no sense, nothing changes.
 */
export function changeRules<T>(
  ctx: EngineContext,
  toChange: (rules: readonly Rule[]) => Result<RulesChange<T>, AppError>,
): Result<T, AppError> {
  const done = inTransaction(ctx.db, (): Result<T, AppError> => {
    const before = listRules(ctx.db);
    const change = toChange(before);
    if (!change.ok) return change;
    const { rules, changed, output } = change.value;
    if (rules.length > MAX_RULES) return toInvalid(`there are ${MAX_RULES} rules; delete one first`);
    const mistake = changed && findMistake(ctx, changed);
    if (mistake) return err(mistake);
    putRules(ctx.db, rules);
    if (changed && isNewlyTimed(changed, before)) setCountsFrom(ctx.db, changed.id, ctx.clock.now());
    return ok(output);
  });
  if (done.ok) ctx.emit({ name: 'rules.changed', params: {} });
  return done;
}

/** Whether a rule waits for other times than before, or again after it was off: what is due already is none of its business. */
function isNewlyTimed({ id, mode, when }: Rule, before: readonly Rule[]): boolean {
  if (mode === 'off' || !isTimed(when)) return false;
  const old = before.find((rule) => rule.id === id);
  return !old || old.mode === 'off' || JSON.stringify(old.when) !== JSON.stringify(when);
}

function findMistake({ db }: EngineContext, rule: Rule): AppError | null {
  const { status, snoozeMinutes } = rule.steps;
  if (isIdle(rule.steps) && !rule.stops) return toInvalid('it does nothing; give it at least one step').error;
  if (status !== null && snoozeMinutes !== null) {
    return toInvalid('it sets a status and snoozes; choose one of the two').error;
  }
  const { when } = rule;
  const hitMistake = findHitMistake(rule);
  if (hitMistake !== null) return toInvalid(hitMistake).error;
  if (when.kind === 'score' && !fitsScale(when)) {
    const { min, max } = scoreRange[when.scale];
    const found = `${when.from} to ${when.to}`;
    return toInvalid(`its scores must be within ${min} to ${max}, the lower first; found ${found}`).error;
  }
  // One that is off waits until it has everything.
  const problem = rule.mode === 'off' ? null : findProblem(db, rule);
  return problem && { code: 'notFound', what: problem.missing, id: problem.id };
}

const isIdle = ({ addTags, removeTags, notify, ...others }: RuleSteps): boolean =>
  addTags.length + removeTags.length === 0 && !notify && Object.values(others).every((step) => step === null);

function findHitMistake({ when, steps }: Rule): string | null {
  const { hit } = steps;
  if (when.kind !== 'hit') return hit === null ? null : 'only one for the trigger `hit` has the step `hit`';
  if (hit === null) return 'say in `hit` whether it takes the post into the queue or hides it';
  return hit === 'hide' && !isIdle({ ...steps, hit: null })
    ? 'it hides the post, so there is no conversation for its other steps; take the post, or leave them out'
    : null;
}

function fitsScale({ scale, from, to }: ScoreTrigger): boolean {
  const { min, max } = scoreRange[scale];
  return from >= min && from <= to && to <= max;
}

const toInvalid = (reason: string) => err({ code: 'invalid' as const, path: 'rule', reason });
