import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Macro, MacroSteps } from '#shared/domain/macro.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import form from '../../steps/StepForm.module.css';
import { AssigneeStep, PriorityStep, SnoozeStep, StatusStep, TagsStep } from '../../steps/StepLines.tsx';
import { Button } from '../../ui/Button.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import shared from '../../ui/shared.module.css';
import { TextField } from '../../ui/TextField.tsx';
import { ReplyStep, type StepProps } from './ReplyStep.tsx';

const empty: MacroSteps = {
  name: '',
  reply: null,
  channel: null,
  addTags: [],
  removeTags: [],
  status: null,
  snoozeMinutes: null,
  assignee: null,
  priority: null,
};

interface Props {
  /** Null writes a new one. */
  readonly macro: Macro | null;
  readonly onDone: () => void;
}

/** What a macro does, step by step. */
export function MacroEditor({ macro, onDone }: Props) {
  const { t } = useTranslation();
  const { steps, isWrong, change, save } = useSteps(macro, onDone);
  return (
    <div className={`${shared.longForm} ${form.form}`}>
      <NameStep steps={steps} onChange={change} />
      <ReplyStep steps={steps} onChange={change} />
      <TagsStep name="addTags" steps={steps} onChange={change} />
      <TagsStep name="removeTags" steps={steps} onChange={change} />
      <PriorityStep steps={steps} onChange={change} />
      <StatusStep steps={steps} onChange={change} />
      <SnoozeStep steps={steps} onChange={change} />
      <AssigneeStep steps={steps} onChange={change} withMe={true} />
      {isWrong && (
        <p className={form.wrong} role="alert">
          {t('macros.invalid')}
        </p>
      )}
      <div className={form.buttons}>
        <Button tone="primary" onClick={() => void save()}>
          {t('macros.save')}
        </Button>
        <Button onClick={onDone}>{t('frame.cancel')}</Button>
      </div>
    </div>
  );
}

function NameStep({ steps, onChange }: StepProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('macros.name')}>
      {(id) => (
        <TextField
          aria-labelledby={id}
          autoFocus
          value={steps.name}
          maxLength={60}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      )}
    </SettingsLine>
  );
}

/** The steps that are being written; what the engine does not take is wrong. */
function useSteps(macro: Macro | null, onDone: () => void) {
  const [steps, setSteps] = useState<MacroSteps>(() => (macro ? toSteps(macro) : empty));
  const [isWrong, setWrong] = useState(false);
  const create = useEngineCommand('macros.create', { quiet: true });
  const update = useEngineCommand('macros.update', { quiet: true });
  const change = (changed: Partial<MacroSteps>) => {
    setSteps({ ...steps, ...changed });
    setWrong(false);
  };
  const save = async () => {
    const { success, data } = MacroSteps.safeParse(steps);
    const saved = success && (macro ? await update({ id: macro.id, ...data }) : await create(data));
    if (saved !== false && saved.ok) onDone();
    else setWrong(true);
  };
  return { steps, isWrong, change, save };
}

function toSteps({ id: _, ...steps }: Macro): MacroSteps {
  return steps;
}
