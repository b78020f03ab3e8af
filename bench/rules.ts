import { join } from 'node:path';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import type { Db } from '#engine/store/open.ts';
import { listRuleEvents } from '#engine/store/ruleEvents.ts';
import { putRules } from '#engine/store/rules.ts';
import { insertTag } from '#engine/store/tags.ts';
import { MAX_RULES, noSteps, type Rule, type RuleCondition } from '#shared/domain/rule.ts';
import { batchesOf, seededRandom } from './corpus.ts';
import { captureAll, compareIngest } from './ingest.ts';
import { type Row, rate, ratio } from './table.ts';
import { textOf } from './texts.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

/** Messages of a page of X. */
const PAGE = 100;

/** Measures what fifty rules cost capture: `total` messages, a page at a time, in turn with a store that has none. */
export async function measureRules(dir: string, total: number): Promise<Row[]> {
  const [without, with50] = ['without', 'with50'].map((name) => openWorkspace(join(dir, name)));
  if (!without || !with50) throw new Error('unreachable');
  const random = seededRandom(11);
  putBenchRules(with50, random);
  const ways = [without, with50].map((db) => captureAll(createCaptureContext(db)));
  const [plain, ruled] = await compareIngest(ways, recent(total, random));
  const noted = listRuleEvents(with50, total).length;
  without.close();
  with50.close();
  return [
    ['messages', String(total), ''],
    ['capture without rules', rate(total, plain), ''],
    ['capture with 50 rules, ratio', `${rate(total, ruled)}, ${ratio(plain?.ms, ruled?.ms)}`, '>= .9'],
    ['by processor time', ratio(plain?.processorMs, ruled?.processorMs), '>= .9'],
    ['messages that a rule is to look at', `${((100 * noted) / total).toFixed(1)} %`, ''],
  ];
}

// Rules look at nothing that is older than a week.
function* recent(total: number, random: () => number): Iterable<readonly CapturedMessage[]> {
  const start = Date.now() - total;
  let n = 0;
  const parts = { from: 0, to: total, total, writers: 'ofLate', size: PAGE } as const;
  for (const batch of batchesOf(parts, random))
    yield batch.map((message) => ({ ...message, at: start + n++ }));
}

/** Fifty rules of one to three conditions: pairs of words that people write, and half of them a language, a channel, followers or a tag besides. */
function putBenchRules(db: Db, random: () => number): void {
  insertTag(db, { id: 't', name: 'Some tag', colour: 'green' }, 1);
  const others: RuleCondition[] = [
    { kind: 'language', languages: ['en', 'fr'] },
    { kind: 'channel', channel: 'public' },
    { kind: 'followers', atLeast: 1_000 },
    { kind: 'tag', tag: 't', not: true },
  ];
  const rules = Array.from({ length: MAX_RULES }, (_, n): Rule => {
    const words = [1, 2, 3].map(() => textOf(2, random).slice(0, 40));
    const more = others[n % 8];
    return {
      id: `r${n}`,
      name: `Rule ${n}`,
      mode: 'on',
      when: { kind: n % 2 === 0 ? 'message' : 'newConversation' },
      conditions: [{ kind: 'words', words, not: false }, ...(more ? [more] : [])],
      steps: { ...noSteps, addTags: ['t'] },
      stops: false,
    };
  });
  putRules(db, rules);
}
