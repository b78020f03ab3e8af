/** What one person writes when a private message asks them for a score. */
export interface Surveyed {
  readonly handle: string;
  readonly delayMs: number;
  readonly csat: string;
  readonly nps: string;
}

// How a question names both ends of its scale: "from 1 (very poor) to 5 (excellent)".
const asksForScore = [
  /\bfrom ([01]) \(.+\) to (10|5) \(/s,
  /\bvan ([01]) \(.+\) tot (10|5) \(/s,
  /\bde ([01]) \(.+\) à (10|5) \(/s,
];

/** The scale of the survey in a message in English, Dutch or French; null if it asks for no score. */
export function findAskedScale(message: string): 'csat' | 'nps' | null {
  for (const pattern of asksForScore) {
    const highest = pattern.exec(message)?.[2];
    if (highest !== undefined) return highest === '10' ? 'nps' : 'csat';
  }
  return null;
}
