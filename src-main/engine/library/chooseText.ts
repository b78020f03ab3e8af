import type { CannedText } from '#shared/domain/cannedResponse.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';

/** For whom a wording is chosen; null where that is not known. */
export interface Occasion {
  readonly channel: Channel | null;
  readonly language: ReplyLanguage | null;
  /** The language to fall back to. */
  readonly usual: ReplyLanguage;
}

/**
 * The wording that fits best: in the language of the person before any language before the usual one before others; among those, one
 * for the channel before one for both. One for the other channel comes last, whatever its language: private words are not for the
 * public. Null if there is none at all.
 */
export function chooseText(texts: readonly CannedText[], occasion: Occasion): CannedText | null {
  const ranked = texts.map((text) => ({ text, rank: toRank(text, occasion) }));
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.text ?? null;
}

function toRank(text: CannedText, { channel, language, usual }: Occasion): number {
  const isOther = channel !== null && text.channel !== null && text.channel !== channel;
  const isForBoth = text.channel === null;
  return (
    (isOther ? 100 : 0) + 10 * toLanguageRank(text.language, language ?? usual, usual) + (isForBoth ? 1 : 0)
  );
}

function toLanguageRank(of: ReplyLanguage | null, wanted: ReplyLanguage, usual: ReplyLanguage): number {
  if (of === wanted) return 0;
  if (of === null) return 1;
  return of === usual ? 2 : 3;
}
