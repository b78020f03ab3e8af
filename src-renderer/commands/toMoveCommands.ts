import type { Command } from './registry.ts';

interface Move {
  /** What j and k are called. */
  readonly next: string;
  readonly previous: string;
  /** False while there is nothing to move along. */
  readonly when?: () => boolean;
  readonly moveBy: (step: number) => void;
}

/** The commands that move along the list of a place: j to the next, k to the one before. */
export function toMoveCommands({ next, previous, when = () => true, moveBy }: Move): readonly Command[] {
  const common = { group: 'list', keyOnly: true, when } as const;
  return [
    { ...common, id: 'list.next', keys: ['j'], label: next, run: () => moveBy(1) },
    { ...common, id: 'list.previous', keys: ['k'], label: previous, run: () => moveBy(-1) },
  ];
}
