import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { useUi } from '../../state/ui.ts';
import { RelativeTime, useNow } from '../../ui/RelativeTime.tsx';
import { toClockTime, toExactTime, toListTime, toShortDuration } from '../../ui/time.ts';
import type { useCountedTime } from '../../workspace/useCountedTime.ts';
import { useTargetText } from '../../workspace/useServiceLevels.ts';
import styles from './Queue.module.css';

type Counted = ReturnType<typeof useCountedTime>;

/** A conversation is amber from this long before it is due, in milliseconds. */
const soonMs = 15 * MINUTE_MS;

interface Props {
  readonly row: Conversation;
  /** How delays are counted. */
  readonly counted: Counted;
}

/**
 * The one time of a row: when it is due; until when it is snoozed; else that of its last message. It is grey long before it is
 * due, amber from shortly before, and red only once twice the response target has passed. A delay is counted in office hours.
 */
export function RowTime({ row, counted }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const target = useTargetText(row);
  if (row.snoozedUntil !== null && row.snoozedUntil > now)
    return (
      <span className={styles.chip} data-tone="calm" title={toExactTime(row.snoozedUntil, i18n.language)}>
        {t('queue.snoozedUntil', { time: toMoment(row.snoozedUntil, now, i18n.language) })}
      </span>
    );
  if (row.dueAt === null) return <Done row={row} />;
  const left = row.dueAt - now;
  const due = toExactTime(row.dueAt, i18n.language);
  const isLate = row.lateAt !== null && now >= row.lateAt;
  const tone = isLate ? 'late' : left < soonMs ? 'soon' : 'calm';
  return (
    <span className={styles.chip} data-tone={tone} title={target === null ? due : `${due} · ${target}`}>
      {left < 0
        ? t('queue.overdue', { time: toDelay(row.dueAt, now, counted, i18n.language) })
        : t('queue.dueIn', { time: toShortDuration(left, i18n.language) })}
    </span>
  );
}

// Of office hours 24 are no day.
function toDelay(dueAt: number, now: number, counted: Counted, language: string): string {
  const delay = counted.openTimeBetween(dueAt, now);
  return toShortDuration(delay, language, counted.hasOfficeHours ? 'hour' : 'day');
}

/** After a reply or its resolution a conversation stays in the queue only while it is selected; this says why. */
function Done({ row }: { readonly row: Conversation }) {
  const { t } = useTranslation();
  const isQueue = useUi((state) => state.view === 'queue');
  if (!isQueue) return <RelativeTime at={row.lastMessage.at} className={styles.chip} />;
  return (
    <span className={styles.chip} data-tone="done">
      {row.status === 'resolved' ? t('status.resolved') : t('queue.answered')}
    </span>
  );
}

/** The time of day within the next 24 hours, else the date. */
function toMoment(at: number, now: number, language: string): string {
  if (at - now > DAY_MS) return toListTime(at, now, language);
  return toClockTime(at, language);
}
