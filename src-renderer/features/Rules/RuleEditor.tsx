import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noSteps, RuleDraft, RuleMode, type RuleSteps } from '#shared/domain/rule.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { type EditedRule, useKeptRule } from '../../state/ruleDraft.ts';
import form from '../../steps/StepForm.module.css';
import { AssigneeStep, PriorityStep, SnoozeStep, StatusStep, TagsStep } from '../../steps/StepLines.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import shared from '../../ui/shared.module.css';
import { TextField } from '../../ui/TextField.tsx';
import { ConditionLines } from './ConditionLines.tsx';
import { DraftStep } from './DraftStep.tsx';
import { HitStep } from './HitLines.tsx';
import { RulePreview } from './RulePreview.tsx';
import styles from './Rules.module.css';
import { SurveyStep } from './SurveyStep.tsx';
import { useRuleSentence } from './useRuleSentence.ts';
import { WhenLines } from './WhenLines.tsx';

/** What a new rule begins with. */
export const emptyRule: RuleDraft = {
  name: '',
  mode: 'on',
  when: { kind: 'newConversation' },
  conditions: [],
  steps: noSteps,
  stops: false,
};

interface Props {
  readonly edited: EditedRule;
  readonly onDone: () => void;
}

interface PartProps {
  readonly draft: RuleDraft;
  readonly onChange: (changed: Partial<RuleDraft>) => void;
}

/** A rule as it is written: when, if and then, with the sentence that it makes. */
export function RuleEditor({ edited, onDone }: Props) {
  const { t } = useTranslation();
  const { draft, isWrong, change, save } = useDraft(edited, onDone);
  const toSentence = useRuleSentence();
  return (
    <div className={`${shared.longForm} ${form.form}`}>
      <Head draft={draft} onChange={change} />
      <WhenLines when={draft.when} onChange={(when) => change({ when, steps: toStepsOf(when, draft) })} />
      <ConditionLines conditions={draft.conditions} onChange={(conditions) => change({ conditions })} />
      <Steps draft={draft} onChange={change} />
      <p className={styles.sentence}>{toSentence(draft)}</p>
      <RulePreview draft={draft} onLeave={() => useKeptRule.getState().keep({ id: edited.id, draft })} />
      {isWrong && (
        <p className={form.wrong} role="alert">
          {t('rules.invalid')}
        </p>
      )}
      <div className={form.buttons}>
        <Button tone="primary" onClick={() => void save()}>
          {t('rules.save')}
        </Button>
        <Button onClick={onDone}>{t('frame.cancel')}</Button>
      </div>
    </div>
  );
}

function Head({ draft: { name, mode }, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <SettingsLine label={t('rules.name')}>
        {(id) => (
          <TextField
            aria-labelledby={id}
            autoFocus
            value={name}
            maxLength={60}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('rules.mode')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={mode}
            choices={RuleMode.options.map((value) => ({ value, label: t(`rules.modes.${value}`) }))}
            onChange={(next) => onChange({ mode: next })}
          />
        )}
      </SettingsLine>
    </>
  );
}

/** The steps as another trigger takes them: only one for posts does something with a post. */
function toStepsOf(when: RuleDraft['when'], { steps }: RuleDraft): RuleSteps {
  if (when.kind !== 'hit') return steps.hit === null ? steps : { ...steps, hit: null };
  return steps.hit === null ? { ...steps, hit: 'take' } : steps;
}

function Steps({ draft, onChange }: PartProps) {
  const { t } = useTranslation();
  const { hit } = draft.steps;
  // Nothing else can be done to a post that is hidden.
  const toHit = (next: NonNullable<RuleSteps['hit']>) =>
    onChange({ steps: next === 'hide' ? { ...noSteps, hit: next } : { ...draft.steps, hit: next } });
  return (
    <>
      {hit !== null && <HitStep hit={hit} onChange={toHit} />}
      {hit !== 'hide' && <ConversationSteps draft={draft} onChange={onChange} />}
      <SettingsLine label={t('rules.stops')} hint={t('rules.stopsHint')}>
        {(id) => <Switch labelledBy={id} checked={draft.stops} onChange={(stops) => onChange({ stops })} />}
      </SettingsLine>
    </>
  );
}

function ConversationSteps({ draft: { steps }, onChange }: PartProps) {
  const change = (changed: Partial<Parameters<typeof TagsStep>[0]['steps']>) => {
    const { assignee = steps.assignee, ...others } = changed;
    // Nobody in particular works when a rule runs.
    onChange({ steps: { ...steps, ...others, assignee: assignee === 'me' ? steps.assignee : assignee } });
  };
  return (
    <>
      <TagsStep name="addTags" steps={steps} onChange={change} />
      <TagsStep name="removeTags" steps={steps} onChange={change} />
      <PriorityStep steps={steps} onChange={change} />
      <StatusStep steps={steps} onChange={change} />
      <SnoozeStep steps={steps} onChange={change} />
      <AssigneeStep steps={steps} onChange={change} withMe={false} />
      <DraftStep steps={steps} onChange={(draft) => onChange({ steps: { ...steps, draft } })} />
      <SurveyStep survey={steps.survey} onChange={(survey) => onChange({ steps: { ...steps, survey } })} />
      <NotifyStep notify={steps.notify} onChange={(notify) => onChange({ steps: { ...steps, notify } })} />
    </>
  );
}

interface NotifyProps {
  readonly notify: boolean;
  readonly onChange: (notify: boolean) => void;
}

function NotifyStep({ notify, onChange }: NotifyProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('rules.notify')} hint={t('rules.notifyHint')}>
      {(id) => <Switch labelledBy={id} checked={notify} onChange={onChange} />}
    </SettingsLine>
  );
}

/** The rule that is being written; what the engine does not take is wrong. */
function useDraft({ id, draft: initial }: EditedRule, onDone: () => void) {
  const [draft, setDraft] = useState<RuleDraft>(initial);
  const [isWrong, setWrong] = useState(false);
  const create = useEngineCommand('rules.create', { quiet: true });
  const update = useEngineCommand('rules.update', { quiet: true });
  const change = (changed: Partial<RuleDraft>) => {
    setDraft((before) => ({ ...before, ...changed }));
    setWrong(false);
  };
  const save = async () => {
    const { success, data } = RuleDraft.safeParse(draft);
    const saved = success && (id === null ? await create(data) : await update({ id, ...data }));
    if (saved !== false && saved.ok) onDone();
    else setWrong(true);
  };
  return { draft, isWrong, change, save };
}
