import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { DAY_MS } from '#shared/time.ts';
import { DueMark } from '../../dueTime/DueMark.tsx';
import { useUi } from '../../state/ui.ts';
import { RelativeTime, useNow } from '../../ui/RelativeTime.tsx';
import styles from '../../ui/ToneChip.module.css';
import { toClockTime, toExactTime, toListTime } from '../../ui/time.ts';
import type { useCountedTime } from '../../workspace/useCountedTime.ts';

interface Props {
  readonly row: Conversation;
  /** How delays are counted. */
  readonly counted: ReturnType<typeof useCountedTime>;
}

/** The one time of a row: when it is due; until when it is snoozed; else that of its last message. */
export function RowTime({ row, counted }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (row.snoozedUntil !== null && row.snoozedUntil > now)
    return (
      <span className={styles.chip} data-tone="calm" title={toExactTime(row.snoozedUntil, i18n.language)}>
        {t('queue.snoozedUntil', { time: toMoment(row.snoozedUntil, now, i18n.language) })}
      </span>
    );
  if (row.dueAt === null) return <Done row={row} />;
  return <DueMark conversation={row} dueAt={row.dueAt} counted={counted} />;
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
