// In a file of its own, so that the preload script bundles nothing else.

/** The longest word that is checked, in UTF-16 code units: what is longer is hardly one, and takes Hunspell long. */
export const MAX_WORD = 60;

/** The most words of one check; a text of 10,000 characters, the longest that X takes, has fewer different ones. */
export const MAX_CHECKED_WORDS = 4_000;
