import { IconHistory, IconUnlink } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { toLostText } from '../../../i18n/gapText.ts';
import { RuleUndoButton } from '../../../steps/RuleUndoButton.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { useNow } from '../../../ui/RelativeTime.tsx';
import { toShownName } from '../../../ui/shownName.ts';
import { toDayName, toDayRange, toExactTime, toMoment } from '../../../ui/time.ts';
import { ScoreButton } from './ScoreButton.tsx';
import styles from './Separators.module.css';
import { type SurveyLine, toSurveySentence } from './surveyLine.ts';
import type { BoundaryRow, SystemLine } from './timelineRow.ts';

/** The date of the messages below it. */
export function DaySeparator({ at }: { readonly at: number }) {
  const { t, i18n } = useTranslation();
  const { name, near } = toDayName(at, useNow(), i18n.language);
  return (
    <div className={styles.day}>
      <time dateTime={new Date(at).toISOString().slice(0, 10)}>
        {near ? `${t(`conversation.${near}`)}, ${name}` : name}
      </time>
    </div>
  );
}

/** Where the history continues with another conversation of the same person. */
export function Boundary({ row: { current, from, to } }: { readonly row: BoundaryRow }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.boundary} data-current={current || undefined}>
      <span>
        {!current && <IconHistory aria-hidden="true" size={13} stroke={1.75} />}
        {t(current ? 'conversation.current' : 'conversation.earlier')}
        {!current && <time>{toDayRange(from, to, i18n.language)}</time>}
      </span>
    </div>
  );
}

/** The line above the first new message. */
export function NewLine() {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot hold words
    <div role="separator" aria-label={t('conversation.newFromHere')} className={styles.new}>
      <span>{t('conversation.newLine')}</span>
    </div>
  );
}

interface SystemNoteProps {
  readonly line: SystemLine;
  readonly at: number;
}

/** One muted line about something that happened to the conversation. */
export function SystemNote({ line, at }: SystemNoteProps) {
  const { t, i18n } = useTranslation();
  const isGap = line.type === 'gap';
  const moved = line.type === 'moved' ? line.to : undefined;
  const surveyId = line.type === 'score' || line.type === 'doubt' ? line.surveyId : undefined;
  return (
    <p
      className={styles.system}
      data-moved={moved}
      data-gap={isGap || undefined}
      data-scored={surveyId !== undefined || line.type === 'rule' || undefined}
      title={toExactTime(at, i18n.language)}
    >
      <span>
        {isGap && <IconUnlink aria-hidden="true" size={14} stroke={1.75} className={styles.sign ?? ''} />}
        {moved && <ChannelIcon channel={moved} size={13} />}
        {toSentence(line, t, i18n.language)}
        {surveyId !== undefined && <ScoreButton surveyId={surveyId} isDoubted={line.type === 'doubt'} />}
        {line.type === 'rule' && line.hasChanged && <RuleUndoButton name={line.name} runId={line.runId} />}
      </span>
    </p>
  );
}

function toSentence(line: SystemLine, t: TFunction, language: string): string {
  switch (line.type) {
    case 'gap':
      return toLostText(line.lost, t, language);
    case 'moved':
      return t(line.to === 'dm' ? 'conversation.system.movedDm' : 'conversation.system.movedPublic');
    case 'noReply':
      return t('snooze.endedWithoutReply');
    case 'handover':
      return t(`handover.system.${line.what}`);
    case 'rule':
      return t(toRanKey(line.refused), { name: toShownName(line.name, 60) });
    case 'survey':
    case 'score':
    case 'doubt':
    case 'lowScore':
      return toSurveySentence(line, t, language);
    default:
      return toAgentSentence(line, t, language);
  }
}

const toRanKey = (refused: string | null) =>
  refused === null ? 'rules.ran' : refused === 'promiseFrozen' ? 'rules.ranFrozen' : 'rules.ranInPart';

/** A line that names who did it, if it was an agent. */
type AgentLine = Exclude<Extract<SystemLine, { readonly by: string | null }>, SurveyLine>;

function toAgentSentence(line: AgentLine, t: TFunction, language: string): string {
  const by = line.by === null ? '' : toShownName(line.by);
  if (line.type === 'approval') {
    const [approver, author] = [toShownName(line.approver), toShownName(line.author)];
    return t(`approval.system.${line.what}`, { by, approver, author, before: toShownName(line.before, 300) });
  }
  if (line.type === 'noteDeleted') return t('notes.deletedBy', { by });
  if (line.type === 'tags') return toTagsSentence(line, by, t);
  if (line.type === 'assigned') return toAssignedSentence(line, by, t);
  const time = line.type === 'snoozed' ? toMoment(line.until, Date.now(), language) : '';
  const priority = line.type === 'priority' ? t(`priority.${line.priority}`) : '';
  const values = { by, time, priority };
  return line.by === null
    ? t(`conversation.system.${line.type}`, values)
    : t(`conversation.system.${line.type}By`, values);
}

function toAssignedSentence(
  line: SystemLine & { readonly type: 'assigned' },
  by: string,
  t: TFunction,
): string {
  const agent = toShownName(line.agent);
  if (line.by === null) return t('conversation.system.assigned', { agent });
  return line.by === line.agent
    ? t('conversation.system.took', { by })
    : t('conversation.system.assignedBy', { by, agent });
}

function toTagsSentence(
  { added, removed }: SystemLine & { readonly type: 'tags' },
  by: string,
  t: TFunction,
): string {
  const toNames = (names: readonly string[]) => names.map((name) => toShownName(name, 40)).join(', ');
  const say = (what: 'added' | 'removed', names: readonly string[]) => {
    const values = { by, count: names.length, tags: toNames(names) };
    return names.length === 0 ? [] : [t(by === '' ? `tags.${what}` : `tags.${what}By`, values)];
  };
  const parts = [...say('added', added), ...say('removed', removed)];
  return parts.join(' · ');
}
