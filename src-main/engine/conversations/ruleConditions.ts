import type { Channel } from '#shared/domain/reply.ts';
import type { RuleCondition } from '#shared/domain/rule.ts';
import { assertNever } from '#shared/errors.ts';
import { occursAt, type Phrase, parsePhrases } from '#shared/findWords.ts';
import { type TextToken, tokenise } from '#shared/foldText.ts';
import type { ConversationFacts, SpokenMessage } from '../store/ruleFacts.ts';
import { detectLanguage } from './detectLanguage.ts';

/** What conditions are checked against. */
export interface RuleFacts {
  readonly conversation: Omit<ConversationFacts, 'id'>;
  readonly spoken: Spoken;
  /** Whether the office is open. */
  readonly isOpen: () => boolean;
}

/** What a person wrote; its words and its language are found when they are first asked for. */
export interface Spoken {
  readonly channel: Channel;
  readonly words: () => Words;
  /** As far as it is known without other messages. */
  readonly language: () => string | null;
}

interface Words {
  readonly tokens: readonly TextToken[];
  readonly known: ReadonlySet<string>;
}

export type Check = (facts: RuleFacts) => boolean;

export function toSpoken({ kind, text, lang }: Omit<SpokenMessage, 'xId'>): Spoken {
  let words: Words | null = null;
  return {
    channel: kind === 'dm' ? 'dm' : 'public',
    words: () => {
      words ??= toWordsOf(text);
      return words;
    },
    language: () => lang ?? detectLanguage(text),
  };
}

function toWordsOf(text: string): Words {
  const tokens = tokenise(text);
  return { tokens, known: new Set(tokens.map((token) => token.text)) };
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

function contains({ tokens, known }: Words, phrase: Phrase): boolean {
  const [first = '', ...more] = phrase.words;
  if (more.length > 0 || !phrase.isPrefix) {
    if (!known.has(first)) return false;
    if (more.length === 0) return true;
  }
  return tokens.some((_, at) => occursAt(tokens, at, phrase));
}
