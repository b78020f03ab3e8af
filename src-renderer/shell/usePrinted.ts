import { useEffect, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { endPrinting } from '../state/printing.ts';

/**
 * What is printed: read again whenever `read` is another function, null until then. If it cannot be read, `onFailed` is called and printing
 * ends, unless something else is wanted by then.
 */
export function usePrinted<T, E>(read: () => Promise<Result<T, E>>, onFailed?: (error: E) => void): T | null {
  const [printed, setPrinted] = useState<T | null>(null);
  useEffect(() => {
    let isWanted = true;
    void read().then((result) => {
      if (!isWanted) return;
      if (result.ok) return setPrinted(result.value);
      onFailed?.(result.error);
      endPrinting();
    });
    return () => {
      isWanted = false;
    };
  }, [read, onFailed]);
  return printed;
}
