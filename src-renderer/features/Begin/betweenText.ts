import type { TFunction } from 'i18next';
import type { Between, Estimate } from '#shared/domain/estimate.ts';
import { TINY_USD, toDollars } from '../../ui/money.ts';

/** A sum as words: “about $2.40”, “$0.01 to $0.81”, “up to $0.80”, “from $0.01” or “< $0.01”. */
export function toCostText({ least, most }: Between, t: TFunction, language: string): string {
  const text = (usd: number) => toDollars(usd, language);
  if (most === null)
    return least < TINY_USD ? t('begin.unknownCost') : t('begin.costFrom', { usd: text(least) });
  if (most === 0) return t('begin.nothing');
  if (most < TINY_USD) return text(most);
  if (isClose(least, most)) return t('begin.about', { usd: text(most) });
  if (least < TINY_USD) return t('begin.upTo', { usd: text(most) });
  return t('begin.between', { least: text(least), most: text(most) });
}

// A difference that nobody would pay attention to.
const isClose = (least: number, most: number): boolean => most - least <= Math.max(0.01, most / 10);

type Counts = Pick<Estimate['perDay'], 'mentions' | 'dms' | 'ownPosts'>;

/** What is read, such as “12 mentions · about 30 private messages · up to 100 posts of yours”. */
export function toCountsText(counts: Counts, basis: Estimate['dms'], t: TFunction, language: string): string {
  const toText = (of: 'mentions' | 'ownPosts' | 'dms') => {
    const { least, most } = counts[of];
    if (most !== null && most < WORTH_A_WORD) return null;
    const isProjected = of === 'dms' && basis === 'projected';
    const number = isProjected ? toAboutNumber(least, t, language) : toNumberWords(counts[of], t, language);
    return t(`begin.${of}`, { count: Math.round(most ?? least), number });
  };
  const dms = basis === 'unknown' ? t('begin.dmsUnknown') : toText('dms');
  const named = [toText('mentions'), dms, toText('ownPosts')].filter((text) => text !== null);
  return named.length === 0 ? t('begin.none') : named.join(' · ');
}

// Less than one in two days is not.
const WORTH_A_WORD = 0.5;

// Two digits: more would claim what a projection cannot know.
function toAboutNumber(value: number, t: TFunction, language: string): string {
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(value);
  return t('begin.aboutNumber', { number });
}

function toNumberWords({ least, most }: Between, t: TFunction, language: string): string {
  const text = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value);
  if (most === null || most === least) return text(least);
  return least === 0
    ? t('begin.upToNumber', { number: text(most) })
    : t('begin.betweenNumbers', { least: text(least), most: text(most) });
}
