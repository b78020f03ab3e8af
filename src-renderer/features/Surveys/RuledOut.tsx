import { useTranslation } from 'react-i18next';
import type { SurveyReason } from '#shared/surveyReason.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { underWay } from '../../state/underWay.ts';
import { Switch } from '../../ui/Switch.tsx';
import styles from './SurveyDialog.module.css';

interface Props {
  readonly conversationId: string;
  readonly reasons: readonly SurveyReason[];
}

/** Whether surveys about the conversation are ruled out, by hand or by the survey rule. */
export function RuledOut({ conversationId, reasons }: Props) {
  const { t } = useTranslation();
  const setRuledOut = useEngineCommand('surveys.setRuledOut');
  const change = async (isRuledOut: boolean) => {
    const result = await underWay(setRuledOut({ conversationId, isRuledOut }));
    if (!result.ok || result.value.activityId === undefined) return;
    const what = { type: isRuledOut ? 'surveyRuledOut' : 'surveyAllowed' } as const;
    useUi.getState().did({ activityId: result.value.activityId, conversationId, what, at: Date.now() });
  };
  return (
    <div className={styles.ruledOut}>
      <span id="survey-ruled-out">{t('surveys.ruleOut')}</span>
      <Switch
        labelledBy="survey-ruled-out"
        checked={reasons.some(({ code }) => code === 'ruledOut')}
        onChange={(isRuledOut) => void change(isRuledOut)}
      />
    </div>
  );
}
