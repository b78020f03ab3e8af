/**
 * What Perch knows of a language to tell its sentiment. Lists are separated by commas; an entry is a word, a phrase, or with a star the beginning of a
 * word. Where two entries fit, the longer one counts.
 */
export interface SentimentWords {
  /** What praises or blames, by its strength: 3 for what leaves no doubt, 1 for what is only a hint. */
  readonly positive: Readonly<Record<Strength, string>>;
  readonly negative: Readonly<Record<Strength, string>>;
  /** Looks like praise or blame, but says nothing: greetings, wishes, questions for the best way. */
  readonly harmless: string;
  /** What customers count on, such as a reply or that something works: says nothing, unless it is negated. */
  readonly expected: string;
  readonly negators: string;
  /** Negators that are a hint by themselves: "can't". */
  readonly inabilities: string;
  /** Negates what is expected only: the French "plus", which mostly means "more". */
  readonly endings: string;
  readonly boosters: string;
  readonly softeners: string;
  /** What follows counts more than what came before: "but". */
  readonly turns: string;
  /** Thanks, which are praise unless somebody asks for something. */
  readonly thanks: string;
  readonly requests: string;
}

export type Strength = 'strong' | 'plain' | 'weak';
