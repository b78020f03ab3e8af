/** Whether X can be reached, by what the last call or the system said. */
export interface Reach {
  /** Null before anything is known. */
  readonly isReached: () => boolean | null;
  readonly note: (isReached: boolean) => void;
}

/** `onChange` is called when it becomes known, and when it changes. */
export function createReach(onChange: (isReached: boolean) => void): Reach {
  let known: boolean | null = null;
  return {
    isReached: () => known,
    note: (isReached) => {
      if (isReached === known) return;
      known = isReached;
      onChange(isReached);
    },
  };
}
