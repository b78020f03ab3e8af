import { IconChevronDown, IconChevronsUp, IconChevronUp, IconEqual } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Priority } from '#shared/domain/conversation.ts';
import styles from './PriorityMark.module.css';
import shared from './shared.module.css';

const icons: Readonly<Record<Priority, typeof IconEqual>> = {
  urgent: IconChevronsUp,
  high: IconChevronUp,
  normal: IconEqual,
  low: IconChevronDown,
};

interface Props {
  readonly priority: Priority;
  readonly size?: number;
}

/** A priority, by a shape and a colour of its own. */
export function PriorityIcon({ priority, size = 15 }: Props) {
  const Icon = icons[priority];
  return (
    <Icon aria-hidden="true" size={size} stroke={2} className={styles.icon ?? ''} data-priority={priority} />
  );
}

/** A priority with its name; nothing for the usual one. */
export function PriorityMark({ priority }: Pick<Props, 'priority'>) {
  const { t } = useTranslation();
  if (priority === 'normal') return null;
  const words = t('labelled', { label: t('priority.label'), value: t(`priority.${priority}`) });
  return (
    <span className={styles.mark} data-priority={priority} title={words}>
      <PriorityIcon priority={priority} />
      <span className={shared.spoken}>{words}</span>
    </span>
  );
}
