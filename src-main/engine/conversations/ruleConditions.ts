import type { Channel } from '#shared/domain/reply.ts';
import type { RuleCondition } from '#shared/domain/rule.ts';
import type { Sentiment } from '#shared/domain/sentiment.ts';
import { assertNever } from '#shared/errors.ts';
import { type Phrase, parsePhrases } from '#shared/findWords.ts';
import { foldText } from '#shared/foldText.ts';
import type { ConversationFacts, SpokenMessage } from '../store/ruleFacts.ts';
import { detectLanguage } from './detectLanguage.ts';
import { toneOf } from './toneOf.ts';

/** What conditions are checked against. */
export interface RuleFacts {
  readonly conversation: Omit<ConversationFacts, 'id'>;
  readonly spoken: Spoken;
  /** Whether the office is open. */
  readonly isOpen: () => boolean;
}

/** What a person wrote; its words, its language and its sentiment are found when they are first asked for. */
export interface Spoken {
  readonly channel: Channel;
  readonly words: () => Words;
  /** As far as it is known without other messages. */
  readonly language: () => string | null;
  /** Null if it is in doubt. */
  readonly sentiment: () => Sentiment | null;
}

/** Folded as the search does it. */
interface Words {
  readonly inOrder: readonly string[];
  readonly known: ReadonlySet<string>;
}

export type Check = (facts: RuleFacts) => boolean;

export function toSpoken({ kind, text, lang }: Omit<SpokenMessage, 'xId'>): Spoken {
  return {
    channel: kind === 'dm' ? 'dm' : 'public',
    words: once(() => toWordsOf(text)),
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

function toWordsOf(text: string): Words {
  // Their positions, which take most of the time to find, do not matter.
  const inOrder =
    foldText(text)
      .toLowerCase()
      .match(/[0-9a-z\u0080-\uffff]+/g) ?? [];
  return { inOrder, known: new Set(inOrder) };
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

// Folded as the search does it, once for all messages. A star stands for the rest of a word.
function toWordsCheck(wanted: readonly string[], not: boolean): Check {
  const phrases = wanted.flatMap((words) => {
    const [phrase] = parsePhrases([words], true).flat();
    return phrase ? [{ ...phrase, isPrefix: phrase.isPrefix || words.endsWith('*') }] : [];
  });
  return ({ spoken }) => {
    const words = spoken.words();
    return phrases.some((phrase) => contains(words, phrase)) !== not;
  };
}

// Most phrases fail by a word that the text does not have, which costs least to find out.
function contains({ inOrder, known }: Words, { words, isPrefix }: Phrase): boolean {
  const whole = isPrefix ? words.length - 1 : words.length;
  for (let n = 0; n < whole; n += 1) if (!known.has(words[n] ?? '')) return false;
  if (words.length === 1 && !isPrefix) return true;
  const isAt = (at: number) =>
    words.every((word, n) => {
      const found = inOrder[at + n];
      return found === word || (isPrefix && n === whole && found?.startsWith(word) === true);
    });
  return inOrder.some((_, at) => isAt(at));
}
