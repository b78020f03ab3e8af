import type { Command } from './registry.ts';

interface Move {
  /** Labels of j and k. */
  readonly next: string;
  readonly previous: string;
  /** Returns false while the list is empty. */
  readonly when?: () => boolean;
  readonly moveBy: (step: number) => void;
}

/** The commands that move through the list of a screen: j to the next row, k to the previous one. */
export function toMoveCommands({ next, previous, when = () => true, moveBy }: Move): readonly Command[] {
  const common = { group: 'list', keyOnly: true, when } as const;
  return [
    { ...common, id: 'list.next', keys: ['j'], label: next, run: () => moveBy(1) },
    { ...common, id: 'list.previous', keys: ['k'], label: previous, run: () => moveBy(-1) },
  ];
}
