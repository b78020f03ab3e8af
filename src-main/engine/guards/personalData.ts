import { compilePattern } from '#shared/domain/safePattern.ts';
import type { StoredSettings } from '../store/settings.ts';
import type { Guard, GuardContext } from './guard.ts';
import { learnFromPosts } from './learnFromPosts.ts';
import type { LocateFacts } from './personal/detector.ts';
import type { LocatedData } from './personal/locatePersonalData.ts';
import { locatePersonalData, toComparable } from './personal/locatePersonalData.ts';
import { toCountries } from './servedCountries.ts';

/** So many people must have got a number or an address in public before it counts as the company's own. */
const PUBLIC_TO = 3;

/** Personal data in a public reply, but for what is the company's own. */
export const personalData: Guard<'personalData'> = (ctx, { channel, text }) => {
  if (channel !== 'public') return null;
  const items = findPersonalData(ctx, text);
  return items.length === 0 ? null : { code: 'personalData', items };
};

/** Where a public text has personal data, without the company's own: what is in the settings, or what three people were told. */
export function findPersonalData(ctx: GuardContext, text: string) {
  const facts = toLocateFacts(ctx.settings);
  const found = locatePersonalData(text, facts);
  if (found.length === 0) return [];
  const isOwn = toOwn(ctx.settings, facts);
  const { toldTo } = learnFromPosts(ctx, facts);
  return found
    .filter((data) => !isOwn(data) && (toldTo.get(data.key) ?? 0) < PUBLIC_TO)
    .map(({ key: _key, ...item }) => item);
}

/** What the settings say about the company's numbers. */
export function toLocateFacts(settings: StoredSettings): LocateFacts {
  return {
    countries: toCountries(settings),
    patterns: settings.ownPatterns.flatMap(({ name, pattern }) => {
      const compiled = compilePattern(pattern);
      return compiled ? [{ name, pattern: compiled }] : [];
    }),
  };
}

/** Tells whether data is the company's own by the settings: as it stands there, or any address of an `@example.com`. */
function toOwn({ ownPublicData }: StoredSettings, facts: LocateFacts): (data: LocatedData) => boolean {
  const keys = ownPublicData.flatMap((own) => [
    toComparable(own),
    ...locatePersonalData(own, facts).map(({ key }) => key),
  ]);
  const isOwn: Record<string, (key: string, own: string) => boolean> = {
    email: (key, own) => key === own || (own.startsWith('@') && key.endsWith(own)),
    // A capital word before a street cannot be told from its name: "Visit Baker Street 12".
    address: (key, own) => key.endsWith(own) && !/\d$/.test(key.slice(0, -own.length)),
  };
  return ({ kind, key }) => keys.some((own) => isOwn[kind]?.(key, own) ?? key === own);
}
