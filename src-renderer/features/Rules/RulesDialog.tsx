import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Rule } from '#shared/domain/rule.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { type EditedRule, useKeptRule } from '../../state/ruleDraft.ts';
import form from '../../steps/StepForm.module.css';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import shared from '../../ui/shared.module.css';
import { emptyRule, RuleEditor } from './RuleEditor.tsx';
import { RuleLine } from './RuleLine.tsx';
import { RuleRuns } from './RuleRuns.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The rules in the order in which they run, to be written, switched, moved and deleted. */
export function RulesDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('rules.title')} width={620}>
      <Body />
    </Dialog>
  );
}

/** What the dialog shows besides the list. */
type Shown = { readonly edited: EditedRule } | { readonly runsOf: Rule | null } | null;

function Body() {
  const { rules, shown, show, body } = useShown();
  const close = () => {
    show(null);
    requestAnimationFrame(() => body.current?.focus());
  };
  if (shown && 'edited' in shown) return <RuleEditor edited={shown.edited} onDone={close} />;
  return (
    <div ref={body} className={`${shared.longForm} ${form.form}`} tabIndex={-1}>
      {shown ? (
        <RuleRuns rule={shown.runsOf} rules={rules} onDone={close} />
      ) : (
        <RuleList rules={rules} show={show} onDeleted={() => body.current?.focus()} />
      )}
    </div>
  );
}

function useShown() {
  const rules = useEngineQuery('rules.list', {}).data?.items ?? [];
  const body = useRef<HTMLDivElement>(null);
  const { kept, keep } = useKeptRule.getState();
  const [shown, show] = useState<Shown>(kept && { edited: kept });
  // Taken up again, once.
  useEffect(() => keep(null), [keep]);
  return { rules, shown, show, body };
}

interface ListProps {
  readonly rules: EngineOutput<'rules.list'>['items'];
  readonly show: (shown: Shown) => void;
  readonly onDeleted: () => void;
}

function RuleList({ rules, show, onDeleted }: ListProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={form.hint}>{t('rules.hint')}</p>
      {rules.length === 0 && <p className={form.hint}>{t('rules.none')}</p>}
      <ol className={form.lines} aria-label={t('rules.title')}>
        {rules.map(({ problem, ...rule }, index) => (
          <RuleLine
            key={rule.id}
            rule={{ ...rule, problem }}
            index={index}
            count={rules.length}
            onEdit={() => show({ edited: toEdited(rule) })}
            onShowRuns={() => show({ runsOf: rule })}
            onDeleted={onDeleted}
          />
        ))}
      </ol>
      <div className={form.buttons}>
        <Button tone="primary" onClick={() => show({ edited: { id: null, draft: emptyRule } })}>
          {t('rules.create')}
        </Button>
        {rules.length > 0 && <Button onClick={() => show({ runsOf: null })}>{t('rules.runs')}</Button>}
      </div>
    </>
  );
}

const toEdited = ({ id, ...draft }: Rule): EditedRule => ({ id, draft });
