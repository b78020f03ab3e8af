import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { AgentName, MAX_AGENT_NAME, type WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { NameTaken } from './NameTaken.tsx';
import { NewAgent } from './NewAgent.tsx';

interface Props {
  readonly settings: WorkspaceSettings;
  /** The field for the name of a new agent, which is shown at once if `isAdding`. */
  readonly newName: RefObject<HTMLInputElement | null>;
  readonly isAdding: boolean;
}

type Agents = EngineOutput<'agents.list'>['agents'];
type Taken = AppError & { readonly code: 'agentNameTaken' };

/** Not the id of an agent. */
const someoneNew = 'new';

/** Who works here: switching to another agent, adding one, and renaming the current one. */
export function AgentSettings({ settings, newName, isAdding: addsAtOnce }: Props) {
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const [isAdding, setAdding] = useState(addsAtOnce);
  const [taken, setTaken] = useState<Taken | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const switchTo = useEngineCommand('agents.switch');
  // Where it fails because of the name, the remedy is offered here; anything else is a notice.
  const check = <T,>(result: Result<T, AppError>) => {
    const isTaken = !result.ok && result.error.code === 'agentNameTaken';
    setTaken(isTaken ? result.error : null);
    if (!result.ok && !isTaken) useUi.getState().notify(result.error);
    return result;
  };
  const finish = () => {
    setAdding(false);
    setTaken(null);
    trigger.current?.focus();
  };
  return (
    <>
      <AgentLine
        agents={agents}
        trigger={trigger}
        onChoose={(id) => {
          setTaken(null);
          setAdding(id === someoneNew);
          if (id !== someoneNew) void switchTo({ id });
        }}
      />
      {isAdding && <NewAgent field={newName} check={check} onDone={finish} />}
      <NameLine name={settings.agentName} check={check} />
      {taken && (
        <NameTaken error={taken} onSwitch={async () => (await switchTo({ id: taken.id })).ok && finish()} />
      )}
    </>
  );
}

interface AgentProps {
  readonly agents: Agents;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onChoose: (id: string) => void;
}

function AgentLine({ agents, trigger, onChoose }: AgentProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('settings.agent')} hint={t('settings.agentHint')}>
      {(id) => (
        <Select
          labelledBy={id}
          trigger={trigger}
          value={agents[0]?.id ?? ''}
          choices={[
            ...agents.map(({ id: value, name }) => ({ value, label: toShownName(name, 28) })),
            { value: someoneNew, label: t('settings.newAgent') },
          ]}
          onChange={onChoose}
        />
      )}
    </SettingsLine>
  );
}

interface NameProps {
  readonly name: string;
  readonly check: <T>(result: Result<T, AppError>) => Result<T, AppError>;
}

function NameLine({ name, check }: NameProps) {
  const { t } = useTranslation();
  const set = useEngineCommand('settings.set', { quiet: true });
  const save = useSave(engineKey('settings.get', {}), async (agentName: string) =>
    check(await set({ agentName })),
  );
  return (
    <SettingsLine label={t('settings.agentName')} hint={t('settings.agentNameHint')}>
      {(id) => (
        <AutoSaveField
          labelledBy={id}
          value={name}
          advice={t('settings.agentNameAdvice', { limit: MAX_AGENT_NAME })}
          isValid={(text) => AgentName.safeParse(text).success}
          onSave={(text) => save(text.trim())}
        />
      )}
    </SettingsLine>
  );
}
