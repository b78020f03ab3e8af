import { useTranslation } from 'react-i18next';
import type { Poll } from '#shared/domain/attachment.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { useNow } from '../ui/RelativeTime.tsx';
import { toDayAndTime, toExactTime } from '../ui/time.ts';
import styles from './PollView.module.css';

/** A poll: each option with its share as a bar and its votes, and when it ends or that its results are final. */
export function PollView({ poll }: { readonly poll: Poll }) {
  const { t, i18n } = useTranslation();
  const { options, endsAt } = poll;
  const total = options.reduce((sum, { votes }) => sum + votes, 0);
  const toShare = (votes: number) => (total === 0 ? 0 : votes / total);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <figure className={styles.poll} aria-label={t('message.content.poll')}>
      <ul className={styles.options}>
        {options.map(({ label, votes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two options of a poll can have the same label
          <li key={index} className={styles.option}>
            <progress className={styles.bar} max={1} value={toShare(votes)} aria-hidden="true" />
            <Bidi text={label} cap={60} className={styles.label} />
            <span className={styles.votes}>
              {percent.format(toShare(votes))} ·{' '}
              {t('message.votes', { count: votes, formatted: number.format(votes) })}
            </span>
          </li>
        ))}
      </ul>
      <figcaption
        className={styles.end}
        title={endsAt === null ? undefined : toExactTime(endsAt, i18n.language)}
      >
        <PollEnd poll={poll} />
      </figcaption>
    </figure>
  );
}

// Votes that were read before the end are not the last ones.
function PollEnd({ poll: { endsAt, isClosed } }: { readonly poll: Poll }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (isClosed) return t('message.pollFinal');
  if (endsAt === null) return t('message.pollOpen');
  return t(endsAt > now ? 'message.pollEnds' : 'message.pollEnded', {
    time: toDayAndTime(endsAt, i18n.language),
  });
}
