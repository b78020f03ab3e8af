import type { Language } from '#shared/domain/language.ts';

/** What the worker is asked: which of these words are misspelled, or what was meant by the only one. */
export interface SpellingRequest {
  readonly id: number;
  readonly kind: 'check' | 'suggest';
  readonly language: Language;
  readonly words: readonly string[];
}

/** The response to the request with this id; `failed` says why the dictionary of its language cannot be used. */
export type SpellingResponse =
  | { readonly id: number; readonly found: readonly string[] }
  | { readonly id: number; readonly failed: string };
