/** What came of runs; everything from `lost` to `broken` has to be 0. */
export interface Figures {
  readonly runs: number;
  readonly kills: number;
  /** Posts and private messages that people wrote. */
  readonly mentions: number;
  /** Answers whose safety the engine has confirmed. */
  readonly answers: number;
  /** Answers of which an agent had to say what becomes of them. */
  readonly asked: number;
  readonly lost: number;
  readonly doubled: number;
  /** Calls to X before the time at which it had said it would let them through. */
  readonly earlyCalls: number;
  readonly unknownLeft: number;
  /** Stores that SQLite found damaged, and engines that did not start or end. */
  readonly broken: number;
}

export const noFigures: Figures = {
  runs: 0,
  kills: 0,
  mentions: 0,
  answers: 0,
  asked: 0,
  lost: 0,
  doubled: 0,
  earlyCalls: 0,
  unknownLeft: 0,
  broken: 0,
};

/** Both together. */
export function addFigures(a: Figures, b: Figures): Figures {
  return {
    runs: a.runs + b.runs,
    kills: a.kills + b.kills,
    mentions: a.mentions + b.mentions,
    answers: a.answers + b.answers,
    asked: a.asked + b.asked,
    lost: a.lost + b.lost,
    doubled: a.doubled + b.doubled,
    earlyCalls: a.earlyCalls + b.earlyCalls,
    unknownLeft: a.unknownLeft + b.unknownLeft,
    broken: a.broken + b.broken,
  };
}

/** Whether nothing went wrong that must not. */
export function isFine({ lost, doubled, earlyCalls, unknownLeft, broken }: Figures): boolean {
  return lost + doubled + earlyCalls + unknownLeft + broken === 0;
}
