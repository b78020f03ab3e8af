import { seededRandom } from './corpus.ts';

/** An earlier conversation: the words of its question, and the document to which the reply linked. */
export interface Earlier {
  readonly question: readonly string[];
  readonly document: string;
}

/** Ranks the documents of earlier conversations for a question, the best first. */
export type Baseline = (question: readonly string[], history: readonly Earlier[]) => string[];

/** What other rankings have to beat. */
export const baselines: Readonly<Record<string, Baseline>> = {
  random: (question, history) => {
    const random = seededRandom(question.length + history.length);
    const documents = [...new Set(history.map(({ document }) => document))].toSorted();
    return byScore(new Map(documents.map((document) => [document, random()])));
  },
  'most used document': (_, history) => byScore(countUses(history)),
  'BM25 over earlier questions': (question, history) => {
    const scores = new Map<string, number>();
    for (const [n, score] of scoreBm25(question, history).entries()) {
      const { document } = history[n] as Earlier;
      scores.set(document, Math.max(scores.get(document) ?? 0, score));
    }
    return byScore(scores);
  },
  'vote of ten neighbours with a prior': (question, history) => {
    const scores = scoreCosine(question, history);
    const nearest = scores
      .map((score, n) => ({ score, document: history[n]?.document ?? '' }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, NEIGHBOURS);
    const votes = new Map(
      [...countUses(history)].map(([document, uses]) => [document, (PRIOR * uses) / history.length]),
    );
    for (const { score, document } of nearest) votes.set(document, (votes.get(document) ?? 0) + score);
    return byScore(votes);
  },
};

const NEIGHBOURS = 10;
const PRIOR = 0.2;

function byScore(scores: ReadonlyMap<string, number>): string[] {
  return [...scores].sort((a, b) => b[1] - a[1]).map(([document]) => document);
}

function countUses(history: readonly Earlier[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { document } of history) uses.set(document, (uses.get(document) ?? 0) + 1);
  return uses;
}

const K1 = 1.2;
const B = 0.75;

function scoreBm25(question: readonly string[], history: readonly Earlier[]): number[] {
  const having = countHaving(history);
  const total = history.length;
  const mean = history.reduce((sum, one) => sum + one.question.length, 0) / total || 1;
  return history.map((one) => {
    const times = countWords(one.question);
    return [...new Set(question)].reduce((sum, word) => {
      const count = times.get(word) ?? 0;
      const n = having.get(word) ?? 0;
      const rarity = Math.log(1 + (total - n + 0.5) / (n + 0.5));
      return sum + (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * one.question.length) / mean));
    }, 0);
  });
}

function scoreCosine(question: readonly string[], history: readonly Earlier[]): number[] {
  const having = countHaving(history);
  const weigh = (words: readonly string[]) => {
    const weights = new Map<string, number>();
    for (const [word, times] of countWords(words)) {
      const rarity = Math.log((history.length + 1) / ((having.get(word) ?? 0) + 1));
      weights.set(word, (1 + Math.log(times)) * Math.max(0, rarity));
    }
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([word, weight]) => [word, weight / length]));
  };
  const own = weigh(question);
  return history.map((one) =>
    [...weigh(one.question)].reduce((sum, [word, weight]) => sum + weight * (own.get(word) ?? 0), 0),
  );
}

function countHaving(history: readonly Earlier[]): Map<string, number> {
  return countWords(history.flatMap(({ question }) => [...new Set(question)]));
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
