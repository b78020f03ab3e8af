import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleCondition } from '#shared/domain/rule.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { useTags } from '../../workspace/useTags.ts';
import { ConditionValue } from './ConditionValue.tsx';
import { type ConditionKind, conditionKinds, toKind, toNewCondition } from './conditionKinds.ts';
import styles from './Rules.module.css';

interface Props {
  readonly conditions: readonly RuleCondition[];
  readonly onChange: (conditions: RuleCondition[]) => void;
}

/** The conditions of a rule, each with its kind, its value and a button that removes it. */
export function ConditionLines({ conditions, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const tag = useTags()[0]?.id;
  const agent = useEngineQuery('agents.list', {}).data?.agents[0]?.id;
  // A condition keeps its fields when one above it is removed.
  const [keys, setKeys] = useState(() => conditions.map((_, at) => at));
  const toNew = (kind: ConditionKind) =>
    toNewCondition(kind, { tag: tag ?? '', agent: agent ?? '', language: i18n.language });
  const offered = conditionKinds.filter(
    (kind) => (tag !== undefined || !kind.endsWith('ag')) && (agent !== undefined || kind !== 'assignee'),
  );
  const remove = (at: number) => {
    setKeys(keys.toSpliced(at, 1));
    onChange(conditions.toSpliced(at, 1));
  };
  const add = () => {
    setKeys([...keys, Math.max(-1, ...keys) + 1]);
    onChange([...conditions, toNew('words')]);
  };
  return (
    <>
      {conditions.map((condition, at) => (
        <Line
          key={keys[at] ?? at}
          number={at + 1}
          condition={condition}
          offered={offered}
          onKind={(kind) => onChange(conditions.toSpliced(at, 1, toNew(kind)))}
          onChange={(changed) => onChange(conditions.toSpliced(at, 1, changed))}
          onRemove={() => remove(at)}
        />
      ))}
      <Button onClick={add}>{t('rules.addCondition')}</Button>
    </>
  );
}

interface LineProps {
  readonly number: number;
  readonly condition: RuleCondition;
  readonly offered: readonly ConditionKind[];
  readonly onKind: (kind: ConditionKind) => void;
  readonly onChange: (condition: RuleCondition) => void;
  readonly onRemove: () => void;
}

function Line({ number, condition, offered, onKind, onChange, onRemove }: LineProps) {
  const { t } = useTranslation();
  const kind = toKind(condition);
  return (
    <SettingsLine label={t('rules.condition', { number })} isWide={true}>
      {(id) => (
        <div className={styles.condition}>
          <Select
            labelledBy={id}
            value={kind}
            choices={offered.map((value) => ({ value, label: t(`rules.kinds.${value}`) }))}
            onChange={onKind}
          />
          <ConditionValue
            key={kind}
            condition={condition}
            label={t('rules.value', { number })}
            onChange={onChange}
          />
          <IconButton
            label={t('rules.removeCondition', { number })}
            icon={<IconX size={16} stroke={1.75} />}
            onClick={onRemove}
          />
        </div>
      )}
    </SettingsLine>
  );
}
