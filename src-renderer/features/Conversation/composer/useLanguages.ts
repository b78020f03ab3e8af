import { useEffect } from 'react';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { useReplyChoices } from '../../../workspace/WorkspaceProvider.tsx';
import type { ReplyOptions } from './useReplyOptions.ts';

/** The languages of a reply that is being written. */
export interface OpenLanguages {
  /** That of the customer; null if it is not known. */
  readonly customer: ReplyLanguage | null;
  /** That of the reply if the customer writes in another one; null if they are the same, or an agent has accepted the other. */
  readonly other: ReplyLanguage | null;
  /** Accepts the other one until the draft is gone. */
  accept(): void;
}

/** What the engine says of the languages. Where that is about an older text, it stands until typing pauses. */
export function useLanguages(id: string, text: string, options: ReplyOptions | undefined): OpenLanguages {
  const acceptLanguage = useReplyChoices((state) => state.acceptLanguage);
  const accepted = useReplyChoices((state) => state.languages[id]) ?? null;
  const isEmpty = text.trim() === '';
  useEffect(() => {
    if (isEmpty && accepted !== null) acceptLanguage(id, null);
  }, [isEmpty, accepted, acceptLanguage, id]);
  const { customer = null, reply = null, differ = false } = options?.languages ?? {};
  const other = differ && !isEmpty && reply !== accepted ? reply : null;
  return { customer, other, accept: () => acceptLanguage(id, other) };
}
