/** What came of runs; everything from `lost` to `broken` has to be 0. */
export interface Figures {
  readonly runs: number;
  readonly kills: number;
  /** Of the kills those in the middle of a migration, of a sending, and of a round of capture. */
  readonly killsMigrating: number;
  readonly killsSending: number;
  readonly killsCapturing: number;
  /** Posts and private messages that people wrote. */
  readonly mentions: number;
  /** Answers whose safety the engine has confirmed. */
  readonly answers: number;
  /** Answers of which an agent had to say what becomes of them. */
  readonly asked: number;
  /** Times that X refused a call for a limit and the engine could learn until when. */
  readonly limits: number;
  readonly lost: number;
  readonly doubled: number;
  /** Answers that arrived on another channel or with another person than an agent said. */
  readonly astray: number;
  /** Calls to X before the time at which it had said it would let them through. */
  readonly earlyCalls: number;
  readonly unknownLeft: number;
  /** Stores that SQLite found damaged, and engines that did not start or end. */
  readonly broken: number;
}

export const noFigures: Figures = {
  runs: 0,
  kills: 0,
  killsMigrating: 0,
  killsSending: 0,
  killsCapturing: 0,
  mentions: 0,
  answers: 0,
  asked: 0,
  limits: 0,
  lost: 0,
  doubled: 0,
  astray: 0,
  earlyCalls: 0,
  unknownLeft: 0,
  broken: 0,
};

/** Both together. */
export function addFigures(a: Figures, b: Figures): Figures {
  const names = Object.keys(noFigures) as (keyof Figures)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as Figures;
}

/** Whether nothing went wrong that must not. */
export function isFine({ lost, doubled, astray, earlyCalls, unknownLeft, broken }: Figures): boolean {
  return lost + doubled + astray + earlyCalls + unknownLeft + broken === 0;
}
