/** Takes all steps of some work, one after the other, and returns its result. */
export function resultOf<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
