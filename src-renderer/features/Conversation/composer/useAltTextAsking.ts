import { useState } from 'react';
import type { Attachments } from './useAttachments.ts';

/** Whether sending has asked for alternative texts, and whether it may go on. */
interface AltTextAsking {
  readonly isAsking: boolean;
  /** False once for pictures without alternative text: it asks for them and moves the focus there. The next time it is true. */
  mayGo(): boolean;
}

/** Asks once for the alternative texts that the pictures of a draft lack. */
export function useAltTextAsking({ files }: Attachments): AltTextAsking {
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const missing = files.filter(({ altText }) => altText.trim() === '').map(({ id }) => id);
  const key = missing.join();
  return {
    isAsking: askedFor !== null && missing.length > 0,
    mayGo: () => {
      if (missing.length === 0 || missing.every((id) => askedFor?.includes(id))) return true;
      setAskedFor(key);
      document.querySelector<HTMLElement>('[data-alt-text="missing"]')?.focus();
      return false;
    },
  };
}
