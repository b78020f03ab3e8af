/** Whoever wants to hear of something, in the order in which they came. */
export interface Listeners<T> {
  /** Calls `listener` each time until the returned function is called; the same function counts once. */
  add(listener: (told: T) => void): () => void;
  /** Calls every listener before it returns. */
  emit(event: T): void;
}

/** Listeners, of which there are none yet. */
export function createListeners<T = void>(): Listeners<T> {
  const listeners = new Set<(told: T) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}
