import { toReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { Sentiment } from '#shared/domain/sentiment.ts';
import { sentimentOf } from '../sentiment/sentimentOf.ts';
import { toNamedLanguage } from '../store/languages.ts';
import { detectLanguage } from './detectLanguage.ts';

/** In which language something is written, and how it sounds. */
export interface Tone {
  /** X's code; null if neither X nor the words tell it. */
  readonly language: string | null;
  /** Null if it is in doubt, or the language is one that Perch cannot read. */
  readonly sentiment: Sentiment | null;
}

export function toneOf({ text, lang }: { readonly text: string; readonly lang: string | null }): Tone {
  const language = toNamedLanguage(lang) ?? detectLanguage(text);
  const readable = toReplyLanguage(language);
  return { language, sentiment: readable && sentimentOf(text, readable) };
}
