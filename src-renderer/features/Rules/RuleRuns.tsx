import { useTranslation } from 'react-i18next';
import type { Rule, RuleRun, RuleSteps } from '#shared/domain/rule.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { RuleUndoButton } from '../../steps/RuleUndoButton.tsx';
import form from '../../steps/StepForm.module.css';
import { Button } from '../../ui/Button.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { ConversationLine } from './ConversationLine.tsx';
import styles from './Rules.module.css';
import { useStepWords } from './useRuleSentence.ts';

const SHOWN = 200;

interface Props {
  /** Null lists the runs of all rules. */
  readonly rule: Pick<Rule, 'id' | 'name'> | null;
  readonly rules: readonly Pick<Rule, 'id' | 'name'>[];
  readonly onDone: () => void;
}

/** What a rule did, or would have done, the newest first: where, when, what, and its undo. */
export function RuleRuns({ rule, rules, onDone }: Props) {
  const { t } = useTranslation();
  const input = { ...(rule && { id: rule.id }), limit: SHOWN };
  const { data } = useEngineQuery('rules.runs', input);
  const title = rule ? t('rules.runsOf', { name: toShownName(rule.name, 60) }) : t('rules.runs');
  return (
    <>
      <h3 className={form.name}>{title}</h3>
      {data?.items.length === 0 && <p className={form.hint}>{t('rules.noRuns')}</p>}
      <ul className={styles.runs} aria-label={title}>
        {data?.items.map((run) => (
          <li key={run.id} className={styles.run}>
            <Run run={run} name={rules.find(({ id }) => id === run.ruleId)?.name ?? ''} />
          </li>
        ))}
      </ul>
      <div className={form.buttons}>
        <Button autoFocus onClick={onDone}>
          {t('rules.back')}
        </Button>
      </div>
    </>
  );
}

function Run({ run, name }: { readonly run: RuleRun; readonly name: string }) {
  const { t } = useTranslation();
  const toWords = useStepWords();
  const did = { rule: toShownName(name, 60), steps: toWords(run.steps) };
  return (
    <>
      <ConversationLine {...run}>
        {t(run.isUndone ? 'rules.runUndone' : run.isLogged ? 'rules.runLogged' : 'rules.runDone', did)}
      </ConversationLine>
      {!run.isLogged && !run.isUndone && hasUndo(run.steps) && (
        <RuleUndoButton name={name} runId={run.id} person={run.person} />
      )}
    </>
  );
}

/** Whether it can have changed anything: nobody takes a notification back, nor a post out of the queue. */
const hasUndo = (steps: RuleSteps): boolean =>
  steps.addTags.length + steps.removeTags.length > 0 ||
  steps.hit === 'hide' ||
  (['assignee', 'status', 'snoozeMinutes', 'priority', 'draft', 'survey'] as const).some(
    (step) => steps[step] !== null,
  );
