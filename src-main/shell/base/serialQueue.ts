/** Lets things happen one after the other, in the order in which they were asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #isOver = false;

  /** Runs `task` when all earlier ones have ended, well or badly; rejects where the turns are over by then. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const next = this.#last.then(
      () => this.#begin(task),
      () => this.#begin(task),
    );
    this.#last = next;
    return next;
  }

  /** Lets nothing begin any more, and resolves when what has begun has ended. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#last.catch(() => {});
  }

  #begin<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isOver) throw new Error('Perch is ending');
    return task();
  }
}
