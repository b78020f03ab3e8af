import { beginningOf } from '#shared/beginningOf.ts';
import type { RuleDraft, RulePreview } from '#shared/domain/rule.ts';
import type { EngineContext } from '../context/context.ts';
import { inSlices } from '../context/inSlices.ts';
import { compileConditions } from '../conversations/compiledRules.ts';
import { toOpen } from '../conversations/noteForRules.ts';
import type { Db } from '../store/open.ts';
import { listPastHits, type RuleHit } from '../store/ruleHits.ts';
import { toHitFacts } from './hitFacts.ts';

/** Posts that are read at once, and at most. */
const PAGE = 100;
const MOST_POSTS = 100_000;

interface HitQuery {
  readonly searchId: string | null;
  readonly conditions: RuleDraft['conditions'];
  readonly since: number;
  /** So many are named. */
  readonly shown: number;
}

/**
 * Counts the posts since a time that saved searches found and that a rule would have matched, without those that are hidden by now, and
 * names the newest ones, in slices between which the engine is free. Authors are taken as they are now.
 */
export async function previewHits({ db, clock }: EngineContext, query: HitQuery): Promise<RulePreview> {
  const scan: Scan = { ...query, matches: 0, newest: [], endsAt: null };
  await inSlices(clock, matchPages(db, scan));
  const { matches, newest, endsAt, since } = scan;
  const conversations = newest.map(({ conversationId, author, at, text }) => ({
    ...{ conversationId, person: author, at },
    text: beginningOf(text, 200),
  }));
  const isExact = endsAt === null && areTimeless(query.conditions);
  return { matches, conversations, since: endsAt ?? since, isExact };
}

const changing: ReadonlySet<string> = new Set(['vip', 'followers', 'tag', 'assignee', 'priority']);

/** Whether these conditions look at nothing that changes later. */
export const areTimeless = (conditions: RuleDraft['conditions']): boolean =>
  !conditions.some(({ kind }) => changing.has(kind));

interface Scan extends HitQuery {
  matches: number;
  readonly newest: RuleHit[];
  /** Where it ended because there was too much to look at; null if it did not. */
  endsAt: number | null;
}

function* matchPages(db: Db, scan: Scan): Generator<void> {
  const holds = compileConditions(scan.conditions);
  const { searchId, since: from } = scan;
  let before: number | null = null;
  for (let read = 0; read < MOST_POSTS; ) {
    const page = listPastHits(db, { searchId, from, before, limit: PAGE });
    const last = page.at(-1);
    if (!last) return;
    const found = page.filter((hit) => holds(toHitFacts(hit, toOpen(db, hit.at))));
    scan.matches += found.length;
    scan.newest.push(...found.slice(0, scan.shown - scan.newest.length));
    before = last.rowId;
    read += page.length;
    scan.endsAt = read < MOST_POSTS ? null : last.at;
    yield;
  }
}
