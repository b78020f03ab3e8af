import { IconAlertTriangle, IconAt, IconLock, IconSearch, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SourceStatus } from '#shared/domain/capture.ts';
import { useErrorText } from '../../errorText.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { ErrorWhat } from '../../ui/ErrorWhat.tsx';
import { useNow } from '../../ui/RelativeTime.tsx';
import { toMoment, toSpokenTime } from '../../ui/time.ts';
import styles from './Capture.module.css';
import { GapStrip } from './GapStrip.tsx';

const icons = { mentions: IconAt, dms: IconLock, ownPosts: IconUser, search: IconSearch } as const;

/** One source: when it was asked, up to when it is captured, what went wrong, and its last 30 days as a strip. */
export function SourceRow({ source }: { readonly source: SourceStatus }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  const Icon = icons[source.kind];
  const name = t(`capture.source.${source.kind}`);
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.sourceName}>
          <Icon aria-hidden="true" size={16} stroke={1.75} />
          {name}
          {source.name !== undefined && <Bidi text={source.name} cap={60} className={styles.searchName} />}
        </span>
        <Times source={source} />
      </div>
      <GapStrip source={source} name={source.name ?? name} />
      {source.error && (
        <p className={styles.error}>
          <IconAlertTriangle aria-hidden="true" size={14} stroke={1.75} />
          <bdi>
            <ErrorWhat text={toText(source.error)} />
          </bdi>
        </p>
      )}
    </li>
  );
}

function Times({ source }: { readonly source: SourceStatus }) {
  const { t, i18n } = useTranslation();
  const tick = useNow();
  const { lastPollAt, nextPollAt, capturedThrough, gaps } = source;
  if (lastPollAt === null) return <span className={styles.times}>{t('capture.notAsked')}</span>;
  // The clock of the window moves on in steps: a round that has just ended is not yet to come.
  const now = Math.max(tick, lastPollAt);
  const spoken = (at: number) => toSpokenTime(at, now, i18n.language);
  const toNext = (at: number) => (at > now ? t('capture.next', { time: spoken(at) }) : t('capture.nextNow'));
  const asked = [
    t('capture.asked', { time: spoken(lastPollAt) }),
    ...(nextPollAt === null ? [] : [toNext(nextPollAt)]),
  ].join(' · ');
  const time = capturedThrough === null ? '' : toMoment(capturedThrough, now, i18n.language);
  return (
    <span className={styles.times} data-figures>
      {capturedThrough !== null && (
        <strong data-gaps={gaps.length > 0 || undefined}>
          {gaps.length === 0
            ? t('capture.complete', { time })
            : t('capture.completeBut', { time, count: gaps.length })}
        </strong>
      )}
      <span>{asked}</span>
    </span>
  );
}
