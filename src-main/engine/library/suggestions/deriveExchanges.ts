import { listQueuedConversations, takeOffQueue } from '../../store/exchangeQueue.ts';
import { type Exchange, listUtterances, replaceExchanges, type Utterance } from '../../store/exchanges.ts';
import type { Db } from '../../store/open.ts';
import { inTransaction } from '../../store/sql.ts';
import { documentOf } from './addressOf.ts';
import { toFingerprint } from './fingerprint.ts';
import { withoutGreeting } from './greeting.ts';
import { joinWords, toTerms, toWords } from './toWords.ts';

/** A look at the time for every so many conversations. */
const BATCH = 8;

/**
 * Derives the exchanges of queued conversations again, the newest first, until the queue is empty or `isOver` says that it is time to
 * stop. All in one transaction. Returns whether the queue is empty.
 */
export function deriveQueued(db: Db, isOver: () => boolean): boolean {
  if (listQueuedConversations(db, 1).length === 0) return true;
  return inTransaction(db, () => {
    for (;;) {
      const ids = listQueuedConversations(db, BATCH);
      for (const id of ids) {
        replaceExchanges(db, id, toExchanges(listUtterances(db, id)));
        takeOffQueue(db, id);
        if (isOver()) return false;
      }
      if (ids.length < BATCH) return true;
    }
  });
}

/** Each reply of a conversation with all that the person wrote before it. */
function toExchanges(messages: readonly Utterance[]): Exchange[] {
  const asked: string[] = [];
  let lang: string | null = null;
  return messages.flatMap((message) => {
    const { id, kind, text, links } = message;
    const words = toWords(text, links);
    if (!message.isOwn) {
      asked.push(words);
      lang = message.lang ?? lang;
      return [];
    }
    const replied = joinWords([toWords(withoutGreeting(text), links)]);
    if (replied === '') return [];
    const all = joinWords([joinWords(asked), joinWords([words])]);
    return {
      id,
      kind,
      lang: message.lang ?? lang,
      address: documentOf(text, links),
      words: all,
      terms: toTerms(all).join(' '),
      fingerprint: toFingerprint(replied),
    };
  });
}

/** What a person wrote in a conversation before the row id `before`. */
export interface Question {
  readonly words: string;
  readonly lang: string | null;
  /** Whether it is about private messages. */
  readonly isPrivate: boolean;
}

/** The question that waits in a conversation; messages before the row id `before` only, if it is given. */
export function readQuestion(db: Db, conversationId: string, before?: number): Question {
  const asked = listUtterances(db, conversationId, before).filter(({ isOwn }) => !isOwn);
  return {
    words: joinWords(asked.map(({ text, links }) => toWords(text, links))),
    lang: asked.findLast(({ lang }) => lang !== null)?.lang ?? null,
    isPrivate: asked.at(-1)?.kind === 'dm',
  };
}
