import { useTranslation } from 'react-i18next';
import type { RuleTrigger } from '#shared/domain/rule.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { useTags } from '../../workspace/useTags.ts';
import { SearchLine } from './HitLines.tsx';
import { NumberField } from './NumberField.tsx';
import { ScoreLines, toLowScores } from './ScoreLines.tsx';

const triggers = ['newConversation', 'message', 'tagAdded', 'noReply', 'silence', 'score', 'hit'] as const;

interface Props {
  readonly when: RuleTrigger;
  readonly onChange: (when: RuleTrigger) => void;
}

/** The trigger of a rule, and what it needs to know besides. */
export function WhenLines({ when, onChange }: Props) {
  const { t } = useTranslation();
  const tags = useTags();
  const offered = triggers.filter((kind) => kind !== 'tagAdded' || tags.length > 0);
  return (
    <>
      <SettingsLine label={t('rules.when')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={when.kind}
            choices={offered.map((value) => ({ value, label: t(`rules.whens.${value}`) }))}
            onChange={(kind) => onChange(toNewTrigger(kind, tags[0]?.id ?? ''))}
          />
        )}
      </SettingsLine>
      <Details when={when} onChange={onChange} />
    </>
  );
}

function toNewTrigger(kind: RuleTrigger['kind'], tag: string): RuleTrigger {
  switch (kind) {
    case 'tagAdded':
      return { kind, tag };
    case 'noReply':
      return { kind, hours: 4, inOfficeHours: true };
    case 'silence':
      return { kind, days: 7 };
    case 'score':
      return toLowScores('nps');
    case 'hit':
      return { kind, search: null };
    default:
      return { kind };
  }
}

function Details({ when, onChange }: Props) {
  switch (when.kind) {
    case 'tagAdded':
      return <TagLine when={when} onChange={onChange} />;
    case 'noReply':
      return <WaitLines when={when} onChange={onChange} />;
    case 'silence':
      return <SilenceLine when={when} onChange={onChange} />;
    case 'score':
      return <ScoreLines when={when} onChange={onChange} />;
    case 'hit':
      return <SearchLine when={when} onChange={onChange} />;
    default:
      return null;
  }
}

interface DetailsProps<K extends RuleTrigger['kind']> extends Pick<Props, 'onChange'> {
  readonly when: RuleTrigger & { readonly kind: K };
}

function TagLine({ when, onChange }: DetailsProps<'tagAdded'>) {
  const { t } = useTranslation();
  const tags = useTags();
  return (
    <SettingsLine label={t('rules.tag')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={when.tag}
          choices={tags.map((one) => ({ value: one.id, label: toShownName(one.name) }))}
          onChange={(tag) => onChange({ ...when, tag })}
        />
      )}
    </SettingsLine>
  );
}

function WaitLines({ when, onChange }: DetailsProps<'noReply'>) {
  const { t } = useTranslation();
  return (
    <>
      <SettingsLine label={t('rules.waitHours')}>
        {(id) => (
          <NumberField
            aria-labelledby={id}
            value={when.hours}
            onChange={(hours) => onChange({ ...when, hours })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('rules.inOfficeHours')}>
        {(id) => (
          <Switch
            labelledBy={id}
            checked={when.inOfficeHours}
            onChange={(inOfficeHours) => onChange({ ...when, inOfficeHours })}
          />
        )}
      </SettingsLine>
    </>
  );
}

function SilenceLine({ when, onChange }: DetailsProps<'silence'>) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('rules.silentDays')}>
      {(id) => (
        <NumberField
          aria-labelledby={id}
          value={when.days}
          onChange={(days) => onChange({ ...when, days })}
        />
      )}
    </SettingsLine>
  );
}
