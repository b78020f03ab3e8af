import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { toExactTime, toListTime } from './time.ts';

const tickMs = 15_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function readNow(): number {
  if (timer === undefined) now = Date.now();
  return now;
}

/** The current time in epoch milliseconds, which advances every 15 seconds for all components at once. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, readNow);
}

/** A time relative to now; the exact time is shown on hover. */
export function RelativeTime({
  at,
  className,
}: {
  readonly at: number;
  readonly className?: string | undefined;
}) {
  const { i18n } = useTranslation();
  const present = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={toExactTime(at, i18n.language)} className={className}>
      {toListTime(at, present, i18n.language)}
    </time>
  );
}
