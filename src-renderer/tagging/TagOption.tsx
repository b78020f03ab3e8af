import { IconCheck } from '@tabler/icons-react';
import { Command as Cmdk } from 'cmdk';
import { useTranslation } from 'react-i18next';
import type { Tag } from '#shared/domain/tag.ts';
import shared from '../ui/shared.module.css';
import { toShownName } from '../ui/shownName.ts';
import { TagDot } from '../ui/TagChip.tsx';
import styles from './TagChoices.module.css';

interface Props {
  readonly tag: Tag;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

/** A tag in the picker, with a tick if it is on the conversation. */
export function TagOption({ tag, isOn, onToggle }: Props) {
  const { i18n } = useTranslation();
  return (
    <Cmdk.Item
      value={tag.id}
      aria-checked={isOn}
      className={`${shared.choice} ${styles.item}`}
      onSelect={onToggle}
    >
      <TagDot colour={tag.colour} />
      <span className={styles.name}>
        <bdi>{toShownName(tag.name, 60)}</bdi>
      </span>
      <span className={styles.count} data-figures>
        {new Intl.NumberFormat(i18n.language).format(tag.conversations)}
      </span>
      <span className={styles.tick}>{isOn && <IconCheck aria-hidden="true" size={15} stroke={2} />}</span>
    </Cmdk.Item>
  );
}
