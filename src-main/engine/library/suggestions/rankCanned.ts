import { listNewestCanned } from '../../store/cannedIndex.ts';
import { listCannedByRow, type StoredCanned } from '../../store/cannedResponses.ts';
import { isCrisisOn } from '../../store/incidents.ts';
import type { Db } from '../../store/open.ts';
import { chooseText, type Occasion } from '../chooseText.ts';
import type { Question } from './deriveExchanges.ts';
import { compare } from './similarity.ts';
import { toTermMatch, toTerms, toWords } from './toWords.ts';
import { findByTerms } from './weighTerms.ts';

/** A canned response that may fit, with the wording for the occasion. */
export interface RankedCanned {
  readonly canned: StoredCanned;
  readonly text: string;
  /** From 0 to 1. */
  readonly score: number;
}

/** What is read at most: canned responses with each term and with all, those that are compared, and those suggested by their words. */
const limits = { ofTerm: 100, read: 1_000, compared: 30, suggested: 3 } as const;
/** A likeness by words alone counts less than one by earlier replies. */
const WEIGHT = 0.5;

/** The canned responses whose title and wording are most like a question. None in words for the other channel. */
export function rankCanned(db: Db, question: Question, occasion: Occasion): RankedCanned[] {
  const rows = findByTerms(
    toTerms(question.words),
    (term, limit) => listNewestCanned(db, toTermMatch(term), limit),
    {
      ...limits,
      limit: limits.compared,
    },
  );
  if (rows.length === 0) return [];
  const found = listCannedByRow(db, rows).flatMap((canned) => {
    const wording = toWording(db, canned, occasion);
    return wording === null ? [] : [{ canned, text: wording }];
  });
  const alike = compare(
    question.words,
    found.map(({ canned, text }) => toWords(`${canned.title} ${text}`, [])),
  );
  return found
    .map((one, n) => ({ ...one, score: (alike[n] ?? 0) * WEIGHT }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limits.suggested);
}

/** The wording of a canned response for an occasion; null if it has none for the channel, or is a promise in a crisis. */
export function toWording(
  db: Db,
  { texts, isPromise }: Pick<StoredCanned, 'texts' | 'isPromise'>,
  occasion: Occasion,
): string | null {
  if (isPromise && isCrisisOn(db)) return null;
  const chosen = chooseText(texts, occasion);
  const isOther = chosen?.channel !== null && chosen?.channel !== occasion.channel;
  return chosen === null || isOther ? null : chosen.text;
}
