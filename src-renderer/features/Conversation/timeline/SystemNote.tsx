import { IconUnlink } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { toGapText } from '../../../i18n/gapText.ts';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { toShownName } from '../../../ui/shownName.ts';
import { toExactTime, toMoment } from '../../../ui/time.ts';
import styles from './Separators.module.css';
import type { SystemLine } from './timelineRow.ts';

interface Props {
  readonly line: SystemLine;
  readonly at: number;
}

/** One quiet line about what happened to the conversation. */
export function SystemNote({ line, at }: Props) {
  const { t, i18n } = useTranslation();
  const isGap = line.type === 'gap';
  const moved = line.type === 'moved' ? line.to : undefined;
  return (
    <p
      className={styles.system}
      data-moved={moved}
      data-gap={isGap || undefined}
      title={toExactTime(at, i18n.language)}
    >
      <span>
        {isGap && <IconUnlink aria-hidden="true" size={14} stroke={1.75} className={styles.sign ?? ''} />}
        {moved && <ChannelIcon channel={moved} size={13} />}
        {toSentence(line, t, i18n.language)}
      </span>
    </p>
  );
}

function toSentence(line: SystemLine, t: TFunction, language: string): string {
  if (line.type === 'gap') return toGapText(line.gap.kind, line.gap, t, language);
  if (line.type === 'moved')
    return t(line.to === 'dm' ? 'conversation.system.movedDm' : 'conversation.system.movedPublic');
  const by = line.by === null ? '' : toShownName(line.by);
  if (line.type === 'assigned') {
    const agent = toShownName(line.agent);
    if (line.by === null) return t('conversation.system.assigned', { agent });
    return line.by === line.agent
      ? t('conversation.system.took', { by })
      : t('conversation.system.assignedBy', { by, agent });
  }
  const time = line.type === 'snoozed' ? toMoment(line.until, Date.now(), language) : '';
  const values = { by, time };
  return line.by === null
    ? t(`conversation.system.${line.type}`, values)
    : t(`conversation.system.${line.type}By`, values);
}
