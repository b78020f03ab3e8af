import type { EngineContext } from '../context/context.ts';
import type { Db } from '../store/open.ts';
import { type AssignedMessage, insertMessageEvents } from '../store/ruleEvents.ts';
import { type ConversationFacts, listConversationFacts } from '../store/ruleFacts.ts';
import type { UnthreadedMessage } from '../store/threading.ts';
import type { CompiledRule } from './compiledRules.ts';
import { getMessageRules, type ListRules } from './messageRules.ts';
import { NEWS_MS, toOpen } from './noteForRules.ts';
import { type RuleFacts, toSpoken } from './ruleConditions.ts';
import { foldWords } from './ruleWords.ts';

type NewMessage = AssignedMessage & Pick<UnthreadedMessage, 'text' | 'lang' | 'at'>;

/**
 * Notes the messages that rules are to look at. Of the others, which are most, nothing is stored. Call it in the transaction that
 * assigns them, so that none is missed and none is looked at twice.
 */
export function noteMessages(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  messages: readonly NewMessage[],
): void {
  const now = clock.now();
  const news = messages.filter(({ at }) => at >= now - NEWS_MS);
  const listRules = news.length === 0 ? null : getMessageRules(db);
  if (listRules === null) return;
  const isOpen = toOpen(db, now);
  const possible = news.flatMap((message) => toPossibleMatch(message, listRules, isOpen));
  const conversations = mapConversations(db, possible);
  const wanted = possible.filter(({ message, rules, facts }) => {
    const conversation = conversations.get(message.conversationId) ?? unknown;
    const all = { ...facts, conversation };
    return rules.some(({ mayHold }) => mayHold(all));
  });
  const noted = wanted.map(({ message }) => message);
  insertMessageEvents(db, noted, now);
}

/** A message, the rules that may concern it, and what is known without its conversation. */
interface PossibleMatch {
  readonly message: NewMessage;
  readonly rules: readonly CompiledRule[];
  readonly facts: RuleFacts;
}

function toPossibleMatch(message: NewMessage, listRules: ListRules, isOpen: () => boolean): PossibleMatch[] {
  const folded = foldWords(message.text);
  const found = listRules(folded);
  if (found.length === 0) return [];
  const facts = { conversation: unknown, spoken: toSpoken(message, folded), isOpen };
  const rules = found.filter(
    ({ rule, fitsMessage }) => (message.isFirst || rule.when.kind === 'message') && fitsMessage(facts),
  );
  return rules.length === 0 ? [] : [{ message, rules, facts }];
}

/** The conversations that a rule has to look at, by id, in one statement. */
function mapConversations(
  db: Db,
  possible: readonly PossibleMatch[],
): ReadonlyMap<string, RuleFacts['conversation']> {
  const asking = possible.filter(({ rules }) => rules.some(({ asksConversation }) => asksConversation));
  const ids = new Set(asking.map(({ message }) => message.conversationId));
  const facts = ids.size === 0 ? [] : listConversationFacts(db, [...ids]);
  return new Map(facts.map((one) => [one.id, one]));
}

const unknown: Omit<ConversationFacts, 'id'> = {
  handle: '',
  followers: null,
  isVip: false,
  agent: null,
  lang: null,
  tags: [],
  priority: 'normal',
};
