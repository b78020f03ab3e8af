import { IconAlertTriangle, IconAt, IconLock, IconSearch, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SourceStatus } from '#shared/domain/capture.ts';
import { ErrorWhat } from '../../errors/ErrorWhat.tsx';
import { useErrorText } from '../../errors/errorText.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { useNow } from '../../ui/RelativeTime.tsx';
import { toMoment, toSpokenTime } from '../../ui/time.ts';
import styles from './Capture.module.css';
import { GapStrip } from './GapStrip.tsx';

const icons = { mentions: IconAt, dms: IconLock, ownPosts: IconUser, search: IconSearch } as const;

/** One source: when it was last polled, how far it is captured, its error, and its last 30 days as a strip. */
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
  // `useNow` advances in steps: without this a poll that has just ended would seem to be in the future.
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
      {capturedThrough === null ? (
        <strong data-gaps>{t('capture.neverRead')}</strong>
      ) : (
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
