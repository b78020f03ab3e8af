import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompiledRule, getCompiledRules } from '#engine/conversations/compiledRules.ts';
import { noteMessages } from '#engine/conversations/noteMessages.ts';
import { toSpoken } from '#engine/conversations/ruleConditions.ts';
import type { Db } from '#engine/store/open.ts';
import { listRuleEvents } from '#engine/store/ruleEvents.ts';
import { listConversationFacts } from '#engine/store/ruleFacts.ts';
import { putRules } from '#engine/store/rules.ts';
import { all, run } from '#engine/store/sql.ts';
import { insertTag } from '#engine/store/tags.ts';
import { setVipSince } from '#engine/store/vips.ts';
import { noSteps, type Rule, type RuleCondition } from '#shared/domain/rule.ts';
import { MORNING, someMessage, someUser } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';

interface Stored {
  readonly row: number;
  readonly kind: 'post' | 'dm';
  readonly xId: string;
  readonly text: string;
  readonly lang: string | null;
  readonly at: number;
  readonly conversationId: string;
  readonly isFirst: boolean;
}

const texts = [
  'My late order, again',
  'Where is my refund?',
  'It don’t work 👍🏽',
  'Bonjour, où est ma commande ? Merci',
  'This is the worst service, I am angry',
  'أين طلبي',
];

const messages = texts.map((text, n) =>
  someMessage({
    ...{ text, at: MORNING + n, personId: String(1 + (n % 3)) },
    ...(n % 2 === 0 ? { kind: 'post', lang: 'en' } : { kind: 'dm', lang: null }),
  }),
);

const listStored = (db: Db): Stored[] =>
  all<Omit<Stored, 'isFirst'>>(
    db,
    `SELECT id AS row, kind, x_id AS xId, text, lang, at, conversation_id AS conversationId FROM messages ORDER BY id`,
  ).map((row) => ({ ...row, isFirst: row.row % 2 === 0 }));

const words = fc.subarray(['late order', 'refund*', 'ref', "don't", '👍', 'commande', 'طلبي', 'worst'], {
  minLength: 1,
});
const condition: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({ kind: fc.constant('words' as const), words, not: fc.boolean() }),
  fc.record({ kind: fc.constant('channel' as const), channel: fc.constantFrom('dm', 'public') }),
  fc.record({
    kind: fc.constant('language' as const),
    languages: fc.subarray(['en', 'fr', 'nl'], { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('sentiment' as const), sentiment: fc.constantFrom('positive', 'negative') }),
  fc.record({ kind: fc.constant('followers' as const), atLeast: fc.constantFrom(1, 1_000, 5_000) }),
  fc.record({ kind: fc.constant('person' as const), handles: fc.subarray(['person2'], { minLength: 1 }) }),
  fc.record({ kind: fc.constant('tag' as const), tag: fc.constantFrom('t', 'u'), not: fc.boolean() }),
  fc.constant({ kind: 'vip' as const }),
  fc.record({ kind: fc.constant('officeHours' as const), open: fc.boolean() }),
  fc.record({ kind: fc.constant('priority' as const), priority: fc.constantFrom('normal', 'high') }),
);
const rule = fc.record({
  when: fc.constantFrom({ kind: 'message' as const }, { kind: 'newConversation' as const }),
  conditions: fc.array(condition, { maxLength: 3 }),
  tag: fc.constantFrom('t', null),
  mode: fc.constantFrom('on' as const, 'log' as const, 'off' as const),
});

/** Every rule checked for every message, each with all that is known. */
function listExpected(db: Db, rules: readonly CompiledRule[], stored: readonly Stored[]): number[] {
  const facts = new Map(
    listConversationFacts(
      db,
      stored.map(({ conversationId }) => conversationId),
    ).map((one) => [one.id, one]),
  );
  return stored.flatMap((message) => {
    const conversation = facts.get(message.conversationId);
    if (!conversation) throw new Error('a conversation is missing');
    const known = { conversation, spoken: toSpoken(message), isOpen: () => true };
    const concerns = ({ rule: { when }, mayHold }: CompiledRule) =>
      (message.isFirst || when.kind === 'message') && mayHold(known);
    return rules.some(concerns) ? [message.row] : [];
  });
}

test('the messages that any rule may concern are noted, in their order, and no others', async () => {
  const { ctx, capture } = testEngine();
  const { db } = ctx;
  const users = [1, 2, 3].map((n) => someUser(String(n), { followers: n * 1_000 }));
  await capture(messages, users);
  setVipSince(db, '1', 1);
  insertTag(db, { id: 'u', name: 'Some tag', colour: 'green' }, 1);
  run(
    db,
    `INSERT INTO conversation_tags (conversation_id, tag_id) SELECT id, 'u' FROM conversations LIMIT 1`,
  );
  const stored = listStored(db);
  expect(stored).toHaveLength(texts.length);
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), (drafts) => {
      const rules = drafts.map(
        ({ when, conditions, tag, mode }, n): Rule => ({
          ...{ id: `r${n}`, name: `Rule ${n}`, mode, when, conditions, stops: false },
          steps: { ...noSteps, addTags: tag === null ? [] : [tag] },
        }),
      );
      putRules(db, rules);
      run(db, 'DELETE FROM rule_events');
      noteMessages(ctx, stored);
      const noted = listRuleEvents(db, 100);
      expect(noted.map(({ messageRow }) => messageRow)).toEqual(
        listExpected(db, getCompiledRules(db), stored),
      );
      const byRow = new Map(stored.map((one) => [one.row, one]));
      for (const { messageRow, conversationId, event } of noted) {
        const { isFirst, ...message } = byRow.get(messageRow ?? 0) ?? {};
        expect(conversationId).toBe('conversationId' in message ? message.conversationId : null);
        expect(event).toEqual({ kind: 'message', isFirst, chain: [] });
      }
    }),
    { numRuns: 100 },
  );
});
