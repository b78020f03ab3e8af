import type { EngineOutput } from '#shared/contract/engine.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { quantileOf } from '../statistics/quantileOf.ts';
import { wilsonInterval } from '../statistics/wilsonInterval.ts';
import { type CountedHandover, listHandovers } from '../store/handovers.ts';
import type { Db } from '../store/open.ts';

type Report = EngineOutput<'reports.handovers'>;

/** What came of the handovers that X had from `from` (inclusive) to `to` (exclusive): all, and by language and link. */
export function reportHandovers(db: Db, from: number, to: number): Report {
  const handovers = listHandovers(db, from, to);
  const wordings = ReplyLanguage.options.flatMap((language) =>
    [true, false].map((withLink) => ({ language, withLink })),
  );
  const groups = wordings.map((wording) => ({
    ...wording,
    ...toFigures(handovers.filter((one) => isOf(one, wording))),
  }));
  return {
    ...toFigures(handovers),
    groups: groups.filter(({ sent }) => sent > 0).toSorted((a, b) => b.sent - a.sent),
  };
}

type Wording = Pick<CountedHandover, 'language' | 'withLink'>;

const isOf = (one: Wording, { language, withLink }: Wording) =>
  one.language === language && one.withLink === withLink;

function toFigures(handovers: readonly CountedHandover[]): Omit<Report, 'groups'> {
  const times = handovers.flatMap(({ sentAt, arrivedAt }) => (arrivedAt === null ? [] : arrivedAt - sentAt));
  return {
    sent: handovers.length,
    arrived: times.length,
    waiting: handovers.filter(({ isWaiting }) => isWaiting).length,
    share: wilsonInterval(times.length, handovers.length),
    medianMs: quantileOf(times, 0.5),
    p90Ms: quantileOf(times, 0.9),
  };
}
