import type { CannedText } from '#shared/domain/cannedResponse.ts';
import { toSentText } from '#shared/domain/variables.ts';
import { tokenise, toWords } from '#shared/foldText.ts';

interface Sent {
  readonly text: string;
  readonly at: number;
}

/** So many colleagues or customers in a row are no coincidence. */
const LEAST = 3;

/**
 * What agents have lately sent in place of a wording, if the last three or more changed it in the same way: they left out a word and
 * wrote another one, such as 30 days for 14 days. Names and greetings differ from person to person and so do not count. Null unless that
 * is certain.
 */
export function findContradiction(
  texts: readonly CannedText[],
  edited: readonly Sent[],
): { readonly text: string; readonly count: number; readonly at: number } | null {
  const [newest] = edited;
  if (!newest || edited.length < LEAST) return null;
  const sent = edited.map(({ text }) => toWordSet(text));
  const wording = toClosest(texts, sent[0] ?? new Set());
  if (!wording) return null;
  const count = countWhile(sent, (upTo) => isOtherAlike(wording, upTo));
  return count >= LEAST ? { text: newest.text, count, at: newest.at } : null;
}

type Words = ReadonlySet<string>;

const toWordSet = (text: string): Words => new Set(toWords(tokenise(toSentText(text))));

/** The wording that shares most of its words with a sent text, and at least half of them. */
function toClosest(texts: readonly CannedText[], sent: Words): Words | null {
  const ranked = texts
    .map(({ text }) => toWordSet(text))
    .map((words) => ({ words, share: [...words].filter((word) => sent.has(word)).length / words.size }))
    .toSorted((a, b) => b.share - a.share);
  return ranked[0] && ranked[0].share >= 0.5 ? ranked[0].words : null;
}

function isOtherAlike(wording: Words, sent: readonly Words[]): boolean {
  const added = [...(sent[0] ?? [])].filter(
    (word) => !wording.has(word) && sent.every((one) => one.has(word)),
  );
  const removed = [...wording].filter((word) => sent.every((one) => !one.has(word)));
  return added.length > 0 && removed.length > 0;
}

/** How many of the first items fulfil a condition together. */
function countWhile<T>(items: readonly T[], holds: (first: readonly T[]) => boolean): number {
  let count = 0;
  while (count < items.length && holds(items.slice(0, count + 1))) count += 1;
  return count;
}
