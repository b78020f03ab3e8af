import {
  countUses,
  type FoundExchange,
  getExchanges,
  listFrequent,
  listWithTerm,
  type Uses,
} from '../../store/findExchanges.ts';
import type { Db } from '../../store/open.ts';
import { MAX_LISTED } from '../../store/termLists.ts';
import type { Question } from './deriveExchanges.ts';
import { compare } from './similarity.ts';
import { toTerms } from './toWords.ts';
import { findByTerms } from './weighTerms.ts';

/**
 * How replies are ranked. The values were chosen on real conversations (docs/suggestions.md), each half of the companies with those that
 * were best for the other half in view.
 */
export interface RankOptions {
  /** So many of the most alike exchanges vote for their reply. */
  readonly voters: number;
  /** The mean likeness of the best so many exchanges of a reply, and its weight beside the vote. */
  readonly best: number;
  readonly bestWeight: number;
  /** The weight of how often a reply was used at all. */
  readonly usesWeight: number;
}

export const rankOptions: RankOptions = { voters: 15, best: 3, bestWeight: 1, usesWeight: 0.05 };

/** What is read at most: exchanges with each term and with all, exchanges that are compared, frequent replies. */
const limits = { ofTerm: MAX_LISTED, read: 4_000, compared: 110, frequent: 10 } as const;

/** An earlier reply that may fit. */
export interface Ranked {
  /** The most alike exchange with it. */
  readonly exchange: FoundExchange;
  /** How often it was used, in nearly the same words. */
  readonly uses: number;
  /** From 0 to 1. */
  readonly score: number;
}

/**
 * The earlier replies that fit a question best, without those of the conversation `except`. Replies that link to the same document, or
 * say nearly the same, are one. First those in the language of the question. What was written in private is for private conversations only.
 */
export function rankReplies(db: Db, question: Question, except: string, options = rankOptions): Ranked[] {
  const alikeIds = findByTerms(toTerms(question.words), (term, limit) => listWithTerm(db, term, limit), {
    ...limits,
    limit: limits.compared,
  });
  const ids = [...new Set([...alikeIds, ...listFrequent(db, limits.frequent)])];
  const found = getExchanges(db, ids, except).filter(({ kind }) => kind === 'post' || question.isPrivate);
  const alike = compare(
    question.words,
    found.map(({ words }) => words),
  );
  const likely = found.map((exchange, n) => ({ exchange, likeness: alike[n] ?? 0 }));
  likely.sort((a, b) => b.likeness - a.likeness || b.exchange.id - a.exchange.id);
  const ranked = score(likely, countUses(db, found, except), options);
  const isForeign = ({ exchange: { lang } }: Ranked) =>
    lang !== null && question.lang !== null && lang !== question.lang;
  return [...ranked.filter((one) => !isForeign(one)), ...ranked.filter(isForeign)];
}

interface Likely {
  readonly exchange: FoundExchange;
  readonly likeness: number;
}

/** One reply, in whatever words: the document that it links to, or else its nearly same texts. */
const replyOf = ({ address, answerId }: FoundExchange): string => address ?? `#${answerId}`;

function score(likely: readonly Likely[], uses: Uses, options: RankOptions): Ranked[] {
  const replies = groupByReply(likely);
  const votes = likely.slice(0, options.voters);
  const allVotes = sum(votes) || 1;
  const means = new Map(
    [...replies].map(([reply, ones]) => [reply, sum(ones.slice(0, options.best)) / options.best]),
  );
  const bestMean = Math.max(...means.values()) || 1;
  const scale = 1 + options.bestWeight + options.usesWeight;
  const ranked = [...replies].flatMap(([reply, ones]) => {
    const first = ones[0]?.exchange;
    if (!first) return [];
    const vote = sum(votes.filter(({ exchange }) => replyOf(exchange) === reply)) / allVotes;
    const used =
      first.address === null ? uses.answers.get(first.answerId) : uses.addresses.get(first.address);
    const share = (used ?? 0) / Math.max(1, uses.total);
    const mean = (means.get(reply) ?? 0) / bestMean;
    const total = (vote + options.bestWeight * mean + options.usesWeight * share) / scale;
    return { exchange: first, uses: uses.answers.get(first.answerId) ?? 1, score: total };
  });
  return ranked.sort((a, b) => b.score - a.score || b.exchange.id - a.exchange.id);
}

function groupByReply(likely: readonly Likely[]): Map<string, Likely[]> {
  const replies = new Map<string, Likely[]>();
  for (const one of likely) {
    const reply = replyOf(one.exchange);
    const ones = replies.get(reply);
    if (ones) ones.push(one);
    else replies.set(reply, [one]);
  }
  return replies;
}

const sum = (likely: readonly Likely[]): number =>
  likely.reduce((total, { likeness }) => total + likeness, 0);
