import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { RuleMode } from '#shared/domain/rule.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { Confirmation, useAsking } from '../../ui/Confirmation.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { toShownName } from '../../ui/shownName.ts';
import styles from './Rules.module.css';
import { useRuleSentence } from './useRuleSentence.ts';

interface Props {
  readonly rule: EngineOutput<'rules.list'>['items'][number];
  readonly index: number;
  readonly count: number;
  readonly onEdit: () => void;
  readonly onDeleted: () => void;
}

/** A rule with its sentence, its mode, and what can be done with it. */
export function RuleLine({ rule, index, count, onEdit, onDeleted }: Props) {
  const { t } = useTranslation();
  const asking = useAsking();
  const update = useEngineCommand('rules.update');
  const name = toShownName(rule.name, 60);
  const move = (step: number) => void update({ id: rule.id, position: index + step });
  if (asking.isAsked) return <Deletion asking={asking} rule={rule} onDeleted={onDeleted} />;
  const buttons = [
    { key: 'edit', Icon: IconPencil, run: onEdit, isOff: false },
    { key: 'moveUp', Icon: IconArrowUp, run: () => move(-1), isOff: index === 0 },
    { key: 'moveDown', Icon: IconArrowDown, run: () => move(1), isOff: index === count - 1 },
  ] as const;
  return (
    <li className={styles.line}>
      <RuleWords rule={rule} name={name} />
      <ModeChoice rule={rule} name={name} />
      {buttons.map(({ key, Icon, run, isOff }) => (
        <IconButton
          key={key}
          label={t(`rules.${key}`, { name })}
          aria-disabled={isOff}
          icon={<Icon size={16} stroke={1.75} />}
          onClick={() => !isOff && run()}
        />
      ))}
      <IconButton
        ref={asking.trigger}
        label={t('rules.delete', { name })}
        icon={<IconTrash size={16} stroke={1.75} />}
        onClick={asking.ask}
      />
    </li>
  );
}

type NamedProps = Pick<Props, 'rule'> & { readonly name: string };

function RuleWords({ rule, name }: NamedProps) {
  const { t } = useTranslation();
  const toSentence = useRuleSentence();
  return (
    <div className={styles.words}>
      <span className={styles.name}>{name}</span>
      <span className={styles.hint}>{toSentence(rule)}</span>
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

type DeletionProps = Pick<Props, 'rule' | 'onDeleted'> & { readonly asking: ReturnType<typeof useAsking> };

function Deletion({ asking, rule, onDeleted }: DeletionProps) {
  const { t } = useTranslation();
  const remove = useEngineCommand('rules.delete');
  const deleteIt = async () => {
    if ((await remove({ id: rule.id })).ok) onDeleted();
  };
  return (
    <li className={styles.line}>
      <Confirmation
        asking={asking}
        question={t('rules.deleteSure', { name: toShownName(rule.name, 60) })}
        yes={t('rules.deleteYes')}
        className={styles.confirmation}
        onYes={() => void deleteIt()}
      />
    </li>
  );
}
