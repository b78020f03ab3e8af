/** Listeners of an event, called in the order in which they were added. */
export interface Listeners<T> {
  /** Calls `listener` for each event until the returned function is called. Adding a function twice has no effect. */
  add(listener: (event: T) => void): () => void;
  /** Calls every listener synchronously. */
  emit(event: T): void;
}

/** An empty set of listeners. */
export function createListeners<T = void>(): Listeners<T> {
  const listeners = new Set<(event: T) => void>();
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
