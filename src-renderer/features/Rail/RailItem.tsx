import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import shared from '../../ui/shared.module.css';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './RailItem.module.css';

interface Props {
  readonly label: string;
  /** What the tooltip and screen readers say instead; contains the label. */
  readonly title?: string;
  /** What the tooltip says beyond that. */
  readonly tooltip?: string;
  readonly icon: ReactNode;
  readonly command: string;
  readonly folded: boolean;
  readonly count?: number;
  /** urgent: the count stands for something that needs a decision. */
  readonly tone?: 'calm' | 'urgent';
  readonly current?: boolean;
  readonly onPress: () => void;
}

/** From here on, a whole number leaves no room for the label. */
const COMPACT_FROM = 10_000;

/** One entry of the rail. */
export function RailItem(props: Props) {
  const {
    label,
    title,
    tooltip,
    icon,
    command,
    folded,
    count = 0,
    tone = 'calm',
    current = false,
    onPress,
  } = props;
  const { i18n } = useTranslation();
  const isCompact = folded || count >= COMPACT_FROM;
  const format = new Intl.NumberFormat(i18n.language, isCompact ? { notation: 'compact' } : {});
  const shown = format.format(count);
  return (
    <Tooltip label={tooltip ?? title ?? label} command={command} side="right">
      <button
        type="button"
        className={styles.item}
        data-folded={folded || undefined}
        aria-current={current ? 'page' : undefined}
        aria-label={folded ? (count > 0 ? `${label} ${shown}` : (title ?? label)) : undefined}
        onClick={onPress}
      >
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
        <Words label={label} title={title} />{' '}
        {count > 0 && (
          <span className={styles.count} data-tone={tone} data-figures>
            {shown}
          </span>
        )}
      </button>
    </Tooltip>
  );
}

/** What is said in place of the label is text too: a label beside it would hide it from voice control. */
function Words({ label, title }: { readonly label: string; readonly title: string | undefined }) {
  return (
    <>
      {title !== undefined && <span className={shared.spoken}>{title}</span>}
      <span className={styles.label} aria-hidden={title !== undefined || undefined}>
        {label}
      </span>
    </>
  );
}
