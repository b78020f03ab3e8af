import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#shared/domain/reply.ts';
import { ServiceLevel } from '#shared/domain/serviceLevel.ts';
import { TagButtons } from '../../steps/TagButtons.tsx';
import { Button } from '../../ui/Button.tsx';
import { toNumber } from '../../ui/readNumber.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useLevelText } from '../../workspace/useServiceLevels.ts';
import { useTags } from '../../workspace/useTags.ts';
import styles from './SettingsList.module.css';

interface Props {
  /** The level that is changed; null for a new one. */
  readonly edited: ServiceLevel | null;
  readonly others: readonly ServiceLevel[];
  readonly onSave: (level: Omit<ServiceLevel, 'id'>) => Promise<boolean>;
  readonly onGiveUp: () => void;
}

/** What is typed and chosen. */
interface Draft {
  readonly name: string;
  readonly channel: Channel | 'any';
  /** The ids of tags. */
  readonly tags: readonly string[];
  readonly isVip: boolean;
  readonly first: string;
  readonly next: string;
}

const toDraft = (level: ServiceLevel | null): Draft => ({
  name: level?.name ?? '',
  channel: level?.conditions.channel ?? 'any',
  tags: level?.conditions.tagIds ?? [],
  isVip: level?.conditions.isVip ?? false,
  first: String(level?.targets.firstReplyMinutes ?? 15),
  next: String(level?.targets.nextReplyMinutes ?? level?.targets.firstReplyMinutes ?? 15),
});

/** The level that a draft describes; null while it is incomplete, or another one has its name. */
function toLevel(draft: Draft, others: Props['others'], language: string): Omit<ServiceLevel, 'id'> | null {
  const { name, channel, tags, isVip, first, next } = draft;
  const conditions = {
    ...(channel === 'any' ? {} : { channel }),
    ...(tags.length === 0 ? {} : { tagIds: [...tags] }),
    ...(isVip ? { isVip } : {}),
  };
  const targets = {
    firstReplyMinutes: toNumber(first, language),
    nextReplyMinutes: toNumber(next, language) ?? 0,
  };
  const read = ServiceLevel.omit({ id: true }).safeParse({ name, conditions, targets }).data;
  const isTaken = others.some((one) => one.name.toLowerCase() === read?.name.toLowerCase());
  return read === undefined || isTaken ? null : read;
}

/** Adds a level or changes one, with the sentence that it means. */
export function ServiceLevelForm({ edited, others, onSave, onGiveUp }: Props) {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState(() => toDraft(edited));
  const toText = useLevelText();
  const level = toLevel(draft, others, i18n.language);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <>
      <Conditions draft={draft} change={change} />
      <Minutes draft={draft} change={change} />
      <SettingsLine
        label={edited ? toShownName(edited.name, 60) : t('serviceLevels.new')}
        hint={level ? toText(level) : t('serviceLevels.incomplete')}
      >
        {(id) => (
          <span className={styles.buttons}>
            <Button onClick={onGiveUp}>{t('serviceLevels.giveUp')}</Button>
            <Button
              aria-describedby={id}
              disabled={level === null}
              onClick={() => void (level && onSave(level))}
            >
              {t(edited ? 'serviceLevels.change' : 'serviceLevels.add')}
            </Button>
          </span>
        )}
      </SettingsLine>
    </>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function Conditions({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const channels = (['any', 'public', 'dm'] as const).map((value) => ({
    value,
    label: value === 'any' ? t('serviceLevels.anyChannel') : t(`channel.${value}`),
  }));
  return (
    <>
      <SettingsLine label={t('serviceLevels.name')}>
        {(id) => (
          <TextField
            autoFocus
            value={draft.name}
            maxLength={60}
            aria-labelledby={id}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('serviceLevels.channel')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={draft.channel}
            choices={channels}
            onChange={(channel) => change({ channel })}
          />
        )}
      </SettingsLine>
      <TagChoice draft={draft} change={change} />
      <SettingsLine label={t('serviceLevels.vip')}>
        {(id) => <Switch labelledBy={id} checked={draft.isVip} onChange={(isVip) => change({ isVip })} />}
      </SettingsLine>
    </>
  );
}

/** With one of these tags a conversation meets the level; with none chosen, tags make no difference. */
function TagChoice({ draft: { tags }, change }: PartProps) {
  const { t } = useTranslation();
  if (useTags().length + tags.length === 0) return null;
  return (
    <SettingsLine label={t('serviceLevels.tag')} hint={t('serviceLevels.tagHint')}>
      {(id) => <TagButtons labelledBy={id} chosen={tags} onChange={(chosen) => change({ tags: chosen })} />}
    </SettingsLine>
  );
}

function Minutes({ draft, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      {(['first', 'next'] as const).map((which) => (
        <SettingsLine key={which} label={t(`serviceLevels.${which}`)}>
          {(id) => (
            <TextField
              value={draft[which]}
              inputMode="numeric"
              aria-labelledby={id}
              onChange={(event) => change({ [which]: event.target.value })}
            />
          )}
        </SettingsLine>
      ))}
    </>
  );
}
