import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { RuleMode } from '#shared/domain/rule.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import form from '../../steps/StepForm.module.css';
import { useLineWords } from '../../steps/useLineWords.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { OrderedLine } from '../../ui/OrderedLine.tsx';
import { Select } from '../../ui/Select.tsx';
import { toShownName } from '../../ui/shownName.ts';
import styles from './Rules.module.css';
import { useRuleSentence } from './useRuleSentence.ts';

interface Props {
  readonly rule: EngineOutput<'rules.list'>['items'][number];
  readonly index: number;
  readonly count: number;
  readonly onEdit: () => void;
  readonly onShowRuns: () => void;
  readonly onDeleted: () => void;
}

/** A rule with its sentence, its mode, and what can be done with it. */
export function RuleLine({ rule, index, count, onEdit, onShowRuns, onDeleted }: Props) {
  const { t } = useTranslation();
  const update = useEngineCommand('rules.update');
  const remove = useEngineCommand('rules.delete');
  const name = toShownName(rule.name, 60);
  const deleteIt = async () => {
    if ((await remove({ id: rule.id })).ok) onDeleted();
  };
  const words = useLineWords('rules', name);
  return (
    <OrderedLine
      index={index}
      count={count}
      words={words}
      onEdit={onEdit}
      onMove={(position) => void update({ id: rule.id, position })}
      onDelete={() => void deleteIt()}
    >
      <RuleWords rule={rule} name={name} />
      <ModeChoice rule={rule} name={name} />
      <IconButton
        label={t('rules.showRuns', { name })}
        icon={<IconHistory size={16} stroke={1.75} />}
        onClick={onShowRuns}
      />
    </OrderedLine>
  );
}

type NamedProps = Pick<Props, 'rule'> & { readonly name: string };

function RuleWords({ rule, name }: NamedProps) {
  const { t } = useTranslation();
  const toSentence = useRuleSentence();
  return (
    <div className={styles.words}>
      <span className={form.name}>{name}</span>
      <span className={form.hint}>{toSentence(rule)}</span>
      {rule.problem && (
        <span className={styles.problem}>
          <IconAlertTriangle aria-hidden="true" size={14} stroke={1.75} />
          {t(`rules.problem.${rule.problem.missing}`)}
        </span>
      )}
    </div>
  );
}

function ModeChoice({ rule, name }: NamedProps) {
  const { t } = useTranslation();
  const id = useId();
  const update = useEngineCommand('rules.update');
  return (
    <>
      <span id={id} hidden={true}>
        {t('rules.modeOf', { name })}
      </span>
      <Select
        labelledBy={id}
        value={rule.mode}
        choices={RuleMode.options.map((value) => ({ value, label: t(`rules.modes.${value}`) }))}
        onChange={(mode) => void update({ id: rule.id, mode })}
      />
    </>
  );
}
