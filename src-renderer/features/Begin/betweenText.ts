import type { TFunction } from 'i18next';
import type { Between, Estimate } from '#shared/domain/estimate.ts';
import { toDollars } from '../../ui/money.ts';

/** A sum as words: “about $2.40”, “$0.01 to $0.81”, “up to $0.80” or “from $0.01”. */
export function toCostText({ least, most }: Between, t: TFunction, language: string): string {
  const text = (usd: number) => toDollars(usd, language);
  if (most === null) return least === 0 ? t('begin.unknownCost') : t('begin.costFrom', { usd: text(least) });
  if (most === 0) return t('begin.nothing');
  if (isClose(least, most)) return t('begin.about', { usd: text(most) });
  if (least === 0) return t('begin.upTo', { usd: text(most) });
  return t('begin.between', { least: text(least), most: text(most) });
}

// A difference that nobody would pay attention to.
const isClose = (least: number, most: number): boolean => most - least <= Math.max(0.01, most / 10);

type Counts = Pick<Estimate['perDay'], 'mentions' | 'dms' | 'ownPosts'>;

/** What is read, such as “12 mentions · about 30 private messages · up to 100 posts of yours”. */
export function toCountsText(counts: Counts, basis: Estimate['dms'], t: TFunction, language: string): string {
  const words = (of: Between) => toNumberWords(of, t, language);
  const plural = ({ least, most }: Between) => Math.round(most ?? least);
  const dms =
    basis === 'projected'
      ? t('begin.aboutNumber', { number: toRounded(counts.dms.least, language) })
      : words(counts.dms);
  return [
    t('begin.mentions', { count: plural(counts.mentions), number: words(counts.mentions) }),
    basis === 'unknown' ? t('begin.dmsUnknown') : t('begin.dms', { count: plural(counts.dms), number: dms }),
    t('begin.ownPosts', { count: plural(counts.ownPosts), number: words(counts.ownPosts) }),
  ].join(' · ');
}

function toNumberWords({ least, most }: Between, t: TFunction, language: string): string {
  const text = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value);
  if (most === null || most === least) return text(least);
  return least === 0
    ? t('begin.upToNumber', { number: text(most) })
    : t('begin.betweenNumbers', { least: text(least), most: text(most) });
}

// Two digits: more would claim what a projection cannot know.
const toRounded = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(value);
