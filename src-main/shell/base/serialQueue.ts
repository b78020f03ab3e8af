/** Runs asynchronous tasks one at a time, in the order in which they were added. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  /**
   * Runs `task` once all earlier tasks have settled, failed ones included, and settles like it. Rejects without running
   * it if the queue has been closed by then.
   */
  run<T>(task: () => Promise<T>): Promise<T> {
    const next = this.#last.then(
      () => this.#start(task),
      () => this.#start(task),
    );
    this.#last = next;
    return next;
  }

  /** Rejects tasks that have not started, and resolves once the running one has settled. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last.catch(() => {});
  }

  #start<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error('Perch is quitting');
    return task();
  }
}
