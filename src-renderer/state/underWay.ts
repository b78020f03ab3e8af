const actions = new Set<Promise<unknown>>();

/** Whether something that can be undone is under way: its undo key waits until it is done. */
export function isUnderWay(): boolean {
  return actions.size > 0;
}

/** Resolves with what `action` does, which is under way until then. */
export async function underWay<T>(action: Promise<T>): Promise<T> {
  actions.add(action);
  try {
    return await action;
  } finally {
    actions.delete(action);
  }
}
