import type { Channel } from '#shared/domain/reply.ts';
import type { RuleCondition } from '#shared/domain/rule.ts';
import type { Sentiment } from '#shared/domain/sentiment.ts';
import { assertNever } from '#shared/errors.ts';
import type { ConversationFacts, SpokenMessage } from '../store/ruleFacts.ts';
import { detectLanguage } from './detectLanguage.ts';
import { contains, foldWords, toPhrases } from './ruleWords.ts';
import { toneOf } from './toneOf.ts';

/** What conditions are checked against. */
export interface RuleFacts {
  readonly conversation: Omit<ConversationFacts, 'id'>;
  readonly spoken: Spoken;
  /** Whether the office is open. */
  readonly isOpen: () => boolean;
}

/** What a person wrote; its folded text, its language and its sentiment are found when they are first asked for. */
export interface Spoken {
  readonly channel: Channel;
  /** The text, folded by `foldWords`. */
  readonly folded: () => string;
  /** As far as it is known without other messages. */
  readonly language: () => string | null;
  /** Null if it is in doubt. */
  readonly sentiment: () => Sentiment | null;
}

export type Check = (facts: RuleFacts) => boolean;

export function toSpoken({ kind, text, lang }: Omit<SpokenMessage, 'xId'>, folded?: string): Spoken {
  return {
    channel: kind === 'dm' ? 'dm' : 'public',
    folded: once(() => folded ?? foldWords(text)),
    language: once(() => lang ?? detectLanguage(text)),
    sentiment: once(() => toneOf({ text, lang }).sentiment),
  };
}

/** Returns what `find` returns, which is called when it is first asked for. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

/** A condition as a function that asks nothing of the store. */
export function toCheck(condition: RuleCondition): Check {
  switch (condition.kind) {
    case 'words':
      return toWordsCheck(condition.words, condition.not);
    case 'language': {
      const wanted = new Set(condition.languages);
      return ({ spoken, conversation }) => wanted.has(spoken.language() ?? conversation.lang ?? '');
    }
    case 'sentiment':
      return ({ spoken }) => spoken.sentiment() === condition.sentiment;
    case 'channel':
      return ({ spoken }) => spoken.channel === condition.channel;
    case 'person': {
      const handles = new Set(condition.handles.map((handle) => handle.toLowerCase()));
      return ({ conversation }) => handles.has(conversation.handle.toLowerCase());
    }
    case 'followers':
      return ({ conversation }) => (conversation.followers ?? 0) >= condition.atLeast;
    case 'vip':
      return ({ conversation }) => conversation.isVip;
    case 'officeHours':
      return ({ isOpen }) => isOpen() === condition.open;
    case 'assignee':
      return ({ conversation }) => conversation.agent === condition.agent;
    case 'tag':
      return ({ conversation }) => conversation.tags.includes(condition.tag) !== condition.not;
    case 'priority':
      return ({ conversation }) => conversation.priority === condition.priority;
    default:
      return assertNever(condition);
  }
}

function toWordsCheck(wanted: readonly string[], not: boolean): Check {
  const phrases = toPhrases(wanted);
  return ({ spoken }) => {
    const folded = spoken.folded();
    return phrases.some((phrase) => contains(folded, phrase)) !== not;
  };
}
