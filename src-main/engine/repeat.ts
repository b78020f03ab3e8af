import type { EngineContext } from './context.ts';

/** Does `work` now and every `everyMs` until the returned function is called; what it throws is written down. */
export function repeat(
  { clock, log }: Pick<EngineContext, 'clock' | 'log'>,
  everyMs: number,
  work: () => void,
): () => void {
  let cancel = () => {};
  const round = () => {
    try {
      work();
    } catch (cause) {
      log('timer.broke', { cause: cause instanceof Error ? cause.message : String(cause) });
    }
    cancel = clock.after(everyMs, round);
  };
  round();
  return () => cancel();
}
