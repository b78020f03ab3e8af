import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceKind, SourceStatus } from '#shared/domain/capture.ts';
import { toGapText } from '../../i18n/gapText.ts';
import { pressedKey } from '../../ui/pressedKey.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './Capture.module.css';
import { type StripGap, toStrip, toWeeks } from './strip.ts';

interface Props {
  readonly source: SourceStatus;
  /** The display name of the source. */
  readonly name: string;
}

/** The last 30 days of a source. Its gaps are a single tab stop; the arrow keys move between them. */
export function GapStrip({ source, name }: Props) {
  const { t } = useTranslation();
  const strip = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const { captured, gaps } = toStrip(source, useNow());
  const onKeyDown = (event: KeyboardEvent) => {
    const next = toNextGap(pressedKey(event), current, gaps.length);
    if (next === null) return;
    event.preventDefault();
    strip.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      ref={strip}
      role="group"
      className={styles.strip}
      aria-label={t('capture.strip', { source: name })}
      onKeyDown={onKeyDown}
    >
      <span
        className={styles.captured}
        style={{ marginInlineStart: `${captured.start}%`, width: `${captured.length}%` }}
      />
      {gaps.map((each, index) => (
        <GapMark
          key={`${each.gap.from}-${each.gap.reason}`}
          kind={source.kind}
          place={each}
          isStop={index === Math.min(current, gaps.length - 1)}
          onFocus={() => setCurrent(index)}
        />
      ))}
    </div>
  );
}

interface MarkProps {
  readonly kind: SourceKind;
  readonly place: StripGap;
  /** Whether this gap is the tab stop. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

/** One gap; a tooltip describes it on hover and focus. */
function GapMark({ kind, place: { gap, start, length }, isStop, onFocus }: MarkProps) {
  const { t, i18n } = useTranslation();
  const words = toGapText(kind, gap, t, i18n.language);
  return (
    <Tooltip label={words} side="top">
      <button
        type="button"
        aria-label={words}
        tabIndex={isStop ? 0 : -1}
        className={styles.gap}
        data-recoverable={gap.recoverable || undefined}
        style={{ insetInlineStart: `${start}%`, width: `${length}%` }}
        onFocus={onFocus}
      />
    </Tooltip>
  );
}

/** The index of the gap that a key moves to; null for other keys. */
function toNextGap(key: string | null, current: number, count: number): number | null {
  const last = count - 1;
  const places = new Map([
    ['ArrowRight', Math.min(last, current + 1)],
    ['ArrowLeft', Math.max(0, current - 1)],
    ['Home', 0],
    ['End', last],
  ]);
  return places.get(key ?? '') ?? null;
}

/** The dates below the strips. */
export function Weeks() {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const format = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short' });
  return (
    <div aria-hidden="true" className={styles.weeks}>
      {toWeeks(now).map(({ at, place }) => (
        <span key={place} style={{ insetInlineStart: `${place}%` }} data-last={place === 100 || undefined}>
          {place === 100 ? t('capture.today') : format.format(at)}
        </span>
      ))}
    </div>
  );
}
