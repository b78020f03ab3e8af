import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { useNow } from '../ui/RelativeTime.tsx';
import styles from '../ui/ToneChip.module.css';
import { toExactTime, toShortDuration } from '../ui/time.ts';
import type { useCountedTime } from '../workspace/useCountedTime.ts';
import { useTargetText } from '../workspace/useServiceLevels.ts';

type Counted = ReturnType<typeof useCountedTime>;

/** A conversation is amber from this long before it is due, in milliseconds. */
const soonMs = 15 * MINUTE_MS;

interface Props {
  readonly conversation: Conversation;
  readonly dueAt: number;
  /** How delays are counted. */
  readonly counted: Counted;
}

/**
 * How long is left until a conversation is due, or how long it is overdue; the title says when and by which target. It is grey long
 * before, amber from shortly before, and red only once twice the response target has passed. A delay is counted in office hours.
 * While the conversation is snoozed, it stands still. As time passes only the mark is drawn anew.
 */
export function DueMark({ conversation, dueAt, counted }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const target = useTargetText(conversation);
  const { lateAt, snoozedUntil } = conversation;
  const isPaused = snoozedUntil !== null && snoozedUntil > now;
  // What is due after a snooze is due by the time that the snooze leaves it.
  const left = dueAt - (isPaused && dueAt > snoozedUntil ? snoozedUntil : now);
  const due = toExactTime(dueAt, i18n.language);
  const isLate = lateAt !== null && now >= lateAt;
  const tone = isLate ? 'late' : left < soonMs && !isPaused ? 'soon' : 'calm';
  const toWords = () => {
    if (left >= 0)
      return t(isPaused ? 'serviceLevels.paused' : 'queue.dueIn', {
        time: toShortDuration(left, i18n.language),
      });
    if (isPaused) return t('serviceLevels.pausedOverdue');
    return t('queue.overdue', { time: toDelay(dueAt, now, counted, i18n.language) });
  };
  return (
    <span className={styles.chip} data-tone={tone} title={target === null ? due : `${due} · ${target}`}>
      {toWords()}
    </span>
  );
}

// Of office hours 24 are no day.
function toDelay(dueAt: number, now: number, counted: Counted, language: string): string {
  const delay = counted.openTimeBetween(dueAt, now);
  return toShortDuration(delay, language, counted.hasOfficeHours ? 'hour' : 'day');
}
