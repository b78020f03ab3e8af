import { useEffect, useState } from 'react';
import { SECOND_MS } from '#shared/time.ts';

/** The rate is that of the last one to two spans: private messages take several times as long as posts. */
const SPAN_MS = 15 * SECOND_MS;
/** A shorter time tells nothing. */
const LEAST_MS = 3 * SECOND_MS;

/** How long the rest of `of` bytes takes if it goes on as it went of late, since the window looks at it; null while that is not known. */
export function useTimeLeft(bytes: number, of: number): number | null {
  const [{ from }, setSamples] = useState(() => {
    const now = { bytes, at: Date.now() };
    return { from: now, next: now };
  });
  useEffect(() => {
    const now = { bytes, at: Date.now() };
    setSamples((known) => (now.at - known.next.at < SPAN_MS ? known : { from: known.next, next: now }));
  }, [bytes]);
  const passed = Date.now() - from.at;
  const read = bytes - from.bytes;
  return read > 0 && passed > LEAST_MS ? (passed / read) * (of - bytes) : null;
}
