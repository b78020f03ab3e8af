import { constants } from 'node:os';

/** The signals by which people and systems end a program. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `work` once: when the returned function is called, or else when this process ends, also by an exception or a signal. */
export function onEnd(work: () => void): () => void {
  const end = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);
  const once = () => {
    process.off('exit', once);
    for (const signal of ENDING) process.off(signal, end);
    work();
  };
  process.on('exit', once);
  for (const signal of ENDING) process.on(signal, end);
  return once;
}
