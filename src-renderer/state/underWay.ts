/** Follows actions from their start to their end. */
interface Followed {
  /** Whether one of them is under way. */
  isAny(): boolean;
  /** Resolves with what `action` does, which is under way until then. */
  follow<T>(action: Promise<T>): Promise<T>;
}

function createFollowed(): Followed {
  const actions = new Set<Promise<unknown>>();
  return {
    isAny: () => actions.size > 0,
    follow: async (action) => {
      actions.add(action);
      try {
        return await action;
      } finally {
        actions.delete(action);
      }
    },
  };
}

/** What can be undone: its undo key waits until it is done. */
export const { isAny: isUnderWay, follow: underWay } = createFollowed();

/** What is being undone, which decides what is selected then: keys wait for that. */
export const { isAny: isUndoing, follow: undoing } = createFollowed();
