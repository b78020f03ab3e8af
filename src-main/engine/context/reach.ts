/** Whether X can be reached, by what the last call or the system said. */
export interface Reach {
  /** Null before anything is known. */
  readonly isReached: () => boolean | null;
  readonly note: (isReached: boolean) => void;
}

/** `onChange` is called when it changes; that the first call reaches X is no change. */
export function createReach(onChange: (isReached: boolean) => void): Reach {
  let known: boolean | null = null;
  return {
    isReached: () => known,
    note: (isReached) => {
      if (isReached === known) return;
      const isChange = known !== null || !isReached;
      known = isReached;
      if (isChange) onChange(isReached);
    },
  };
}
