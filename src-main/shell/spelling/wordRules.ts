import type { Language } from '#shared/domain/language.ts';

/**
 * Whether a word is none that a dictionary could know: it has a digit, is a single letter, an abbreviation in capitals (IBAN), or
 * written like a brand (iPhone, PayPal).
 */
export function isNoPlainWord(word: string): boolean {
  return /\d|^.$|\p{Ll}\p{Lu}/u.test(word) || (word === word.toUpperCase() && word !== word.toLowerCase());
}

/** A word as it is compared with others: a name or an own word begins a sentence like any other. */
export function foldCase(word: string): string {
  return word.normalize().replaceAll('’', "'").toLowerCase();
}

/** A folded word without the elided article or the genitive that names have in a sentence: d'Anna, Anna's. */
export function toBareName(folded: string): string {
  return folded.replace(/^(?:[a-z]|qu)'|'s?$/g, '');
}

/** The folded words of names and handles. */
export function toNameWords(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [foldCase(name), ...foldCase(name).split(/[^\p{L}\p{M}\p{N}']+/u)]);
}

/** What teams in customer care write every day and the dictionaries lack, folded. */
export const everydayWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: toSet('mon tue tues thu thurs fri btw fyi webshop signup unfollow chatbot wifi'),
  nl: toSet(
    'vr za aub svp ivm dmv mbt tzt mvg ipv retourlabel retourlabels retourtermijn trackingnummer trackingcode trackinglink',
  ),
  fr: toSet(
    'lun mar ven sam dim svp stp rdv cdt incl excl email emails app sms pdf colissimo chatbot checkout',
  ),
};

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
