import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Priority } from '#shared/domain/conversation.ts';
import type { RuleCondition } from '#shared/domain/rule.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { TextField } from '../../ui/TextField.tsx';
import { toLanguageName } from '../../workspace/useFilterWords.ts';
import { useTags } from '../../workspace/useTags.ts';
import { NumberField } from './NumberField.tsx';
import styles from './Rules.module.css';

interface Props {
  readonly condition: RuleCondition;
  /** The accessible name of the field. */
  readonly label: string;
  readonly onChange: (condition: RuleCondition) => void;
}

/** The value of a condition; nothing where its kind says all. */
export function ConditionValue(props: Props) {
  const { condition, label, onChange } = props;
  switch (condition.kind) {
    case 'words': {
      const change = (words: string[]) => onChange({ ...condition, words });
      return <ListField label={label} items={condition.words} onChange={change} />;
    }
    case 'person': {
      const change = (typed: string[]) =>
        onChange({ ...condition, handles: typed.map((one) => one.replace(/^@/, '')) });
      return <ListField label={label} items={condition.handles} onChange={change} />;
    }
    case 'followers':
      return (
        <NumberField
          aria-label={label}
          value={condition.atLeast}
          onChange={(atLeast) => onChange({ ...condition, atLeast })}
        />
      );
    case 'language':
      return <Languages label={label} condition={condition} onChange={onChange} />;
    case 'priority':
      return <PriorityChoice label={label} condition={condition} onChange={onChange} />;
    case 'tag':
    case 'assignee':
      return <ChosenOne {...props} />;
    default:
      return null;
  }
}

/** A tag or an agent. */
function ChosenOne({ condition, label, onChange }: Props) {
  const tags = useTags();
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  if (condition.kind === 'tag') {
    const change = (tag: string) => onChange({ ...condition, tag });
    return <Choice label={label} value={condition.tag} of={tags} onChange={change} />;
  }
  if (condition.kind !== 'assignee' || condition.agent === null) return null;
  const change = (agent: string) => onChange({ ...condition, agent });
  return <Choice label={label} value={condition.agent} of={agents} onChange={change} />;
}

interface FieldProps<K extends RuleCondition['kind']> extends Pick<Props, 'label' | 'onChange'> {
  readonly condition: RuleCondition & { readonly kind: K };
}

function PriorityChoice({ label, condition, onChange }: FieldProps<'priority'>) {
  const { t } = useTranslation();
  const of = Priority.options.map((id) => ({ id, name: t(`priority.${id}`) }));
  const change = (chosen: string) => {
    const priority = Priority.safeParse(chosen).data;
    if (priority) onChange({ ...condition, priority });
  };
  return <Choice label={label} value={condition.priority} of={of} onChange={change} />;
}

interface ListProps {
  readonly label: string;
  readonly items: readonly string[];
  readonly onChange: (items: string[]) => void;
}

function ListField({ label, items, onChange }: ListProps) {
  const { t } = useTranslation();
  // As it is typed: what ends with a comma is not finished.
  const [text, setText] = useState(items.join(', '));
  const type = (typed: string) => {
    setText(typed);
    onChange(
      typed
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    );
  };
  return (
    <TextField
      aria-label={label}
      dir="auto"
      title={t('rules.listHint')}
      placeholder={t('rules.listHint')}
      value={text}
      onChange={(event) => type(event.target.value)}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly of: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (id: string) => void;
}

function Choice({ label, value, of, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <span id={id} hidden={true}>
        {label}
      </span>
      <Select
        labelledBy={id}
        value={value}
        choices={of.map((one) => ({ value: one.id, label: toShownName(one.name) }))}
        onChange={onChange}
      />
    </>
  );
}

const languages = ['en', 'nl', 'fr', 'de', 'es', 'it', 'pt', 'pl', 'tr', 'ar', 'ja'];

function Languages({ label, condition, onChange }: FieldProps<'language'>) {
  const { i18n } = useTranslation();
  const chosen = condition.languages;
  const toggle = (one: string) =>
    onChange({
      ...condition,
      languages: chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one],
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
    <div role="group" aria-label={label} className={styles.languages}>
      {[...new Set([...languages, ...chosen])].map((one) => (
        <button key={one} type="button" aria-pressed={chosen.includes(one)} onClick={() => toggle(one)}>
          {toLanguageName(one, i18n.language)}
        </button>
      ))}
    </div>
  );
}
