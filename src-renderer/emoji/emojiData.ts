import type { Language } from '#shared/domain/language.ts';
import { foldName } from '#shared/foldText.ts';

/** An emoji with its name in the language of the window. */
export interface Emoji {
  readonly emoji: string;
  readonly label: string;
  readonly group: EmojiGroup;
  /** Its name and tags, folded, each word after a space. */
  readonly words: string;
  /** In the five skin tones, from light to dark; empty if it has none. */
  readonly tones: readonly string[];
}

/** The groups by their number in the data; 2 are parts of other emoji, which nobody writes alone. */
export const emojiGroups = {
  0: 'smileys',
  1: 'people',
  3: 'nature',
  4: 'food',
  5: 'travel',
  6: 'activities',
  7: 'objects',
  8: 'symbols',
  9: 'flags',
} as const;
export type EmojiGroup = (typeof emojiGroups)[keyof typeof emojiGroups];

/** Newer ones are empty boxes on the phones of many customers. */
const newest = 15;

const loaders = {
  en: () => import('emojibase-data/en/data.json'),
  nl: () => import('emojibase-data/nl/data.json'),
  fr: () => import('emojibase-data/fr/data.json'),
};

const loaded = new Map<Language, Promise<readonly Emoji[]>>();

/** All emoji in the usual order. Read from the application's own files at the first use of a language, and again after a failure. */
export function loadEmoji(language: Language): Promise<readonly Emoji[]> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = loaders[language]().then(({ default: data }) => toEmoji(data));
  loaded.set(language, loading);
  loading.catch(() => loaded.delete(language));
  return loading;
}

interface Entry {
  readonly emoji: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly group?: number;
  readonly order?: number;
  readonly version: number;
  readonly skins?: readonly { readonly emoji: string; readonly tone?: number | readonly number[] }[];
}

function toEmoji(data: readonly Entry[]): readonly Emoji[] {
  return data
    .filter(({ version }) => version <= newest)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap(({ emoji, label, tags = [], group, skins = [] }) => {
      const name = emojiGroups[group as keyof typeof emojiGroups];
      if (!name) return [];
      const words = ` ${foldName([label, ...tags].join(' '))}`;
      const tones = skins.filter(({ tone }) => typeof tone === 'number').map((skin) => skin.emoji);
      return [{ emoji, label, group: name, words, tones }];
    });
}

/** The emoji whose name or tags have every word of `text`, or begin with it; those whose name begins with it come first. */
export function findEmoji(all: readonly Emoji[], text: string): readonly Emoji[] {
  const wanted = foldName(text);
  const parts = wanted.split(' ').map((part) => ` ${part}`);
  const found = all.filter(({ words }) => parts.every((part) => words.includes(part)));
  const isFirst = ({ words }: Emoji) => words.startsWith(` ${wanted}`);
  return [...found.filter(isFirst), ...found.filter((emoji) => !isFirst(emoji))];
}

/** The emoji in a skin tone, 1 to 5; as it is for 0, and where it has none. */
export function inTone({ emoji, tones }: Emoji, tone: number): string {
  return tones[tone - 1] ?? emoji;
}
