import { type RefObject, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgentName, MAX_AGENT_NAME } from '#shared/domain/workspaceSettings.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './AgentSettings.module.css';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly check: <T>(result: Result<T, AppError>) => Result<T, AppError>;
  /** Called when the agent is added, and when the user gives up. */
  readonly onDone: () => void;
}

/** Adds an agent, who is the current one from then on. Enter adds, Escape gives up. */
export function NewAgent({ field, check, onDone }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [isWrong, setWrong] = useState(false);
  const addAgent = useEngineCommand('agents.add', { quiet: true });
  useEffect(() => field.current?.focus(), [field]);
  const add = async () => {
    const isValid = AgentName.safeParse(name).success;
    setWrong(!isValid);
    if (isValid && check(await addAgent({ name })).ok) onDone();
    else field.current?.focus();
  };
  const edit = (text: string) => {
    setName(text);
    setWrong(false);
  };
  return (
    <SettingsLine label={t('settings.newAgentName')}>
      {(id) => (
        <>
          <NameField
            labelledBy={id}
            field={field}
            name={name}
            isWrong={isWrong}
            onChange={edit}
            onEnter={() => void add()}
            onEscape={onDone}
          />
          <Button tone="primary" onClick={() => void add()}>
            {t('settings.addAgent')}
          </Button>
        </>
      )}
    </SettingsLine>
  );
}

interface FieldProps extends Pick<Props, 'field'> {
  readonly labelledBy: string;
  readonly name: string;
  readonly isWrong: boolean;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
}

function NameField({ labelledBy, field, name, isWrong, onChange, onEnter, onEscape }: FieldProps) {
  const { t } = useTranslation();
  const adviceId = useId();
  return (
    <>
      {isWrong && (
        <span id={adviceId} role="status" className={styles.advice}>
          {t('settings.agentNameAdvice', { limit: MAX_AGENT_NAME })}
        </span>
      )}
      <TextField
        ref={field}
        value={name}
        className={styles.name ?? ''}
        aria-labelledby={labelledBy}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? adviceId : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          const key = pressedKey(event);
          if (key === 'Enter') onEnter();
          if (key !== 'Escape') return;
          event.stopPropagation();
          onEscape();
        }}
      />
    </>
  );
}
