import { useTranslation } from 'react-i18next';
import { BudgetSettings as Budget } from '#shared/domain/cost.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { useNumberAdvice } from '../../i18n/useNumberAdvice.ts';
import { useFocusArea } from '../../state/focus.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { toAmountText } from '../../ui/money.ts';
import { PageSection } from '../../ui/Page.tsx';
import { toNumber } from '../../ui/readNumber.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { ChecksSetting } from './ChecksSetting.tsx';
import { PriceSettings } from './PriceSettings.tsx';

/**
 * The monthly cap, the warning threshold, and the prices with their source and date; each is saved as soon as it
 * changes.
 */
export function BudgetSettings() {
  const { t } = useTranslation();
  const { data: budget } = useEngineQuery('budget.get', {});
  const save = useSave(engineKey('budget.get', {}), useEngineCommand('budget.set'));
  if (!budget) return null;
  return (
    <PageSection title={t('costs.settings')}>
      <CapLine budget={budget} save={save} />
      <WarningLine budget={budget} save={save} />
      <ChecksSetting />
      <PriceSettings prices={budget.prices} onSave={(prices) => save({ prices })} />
    </PageSection>
  );
}

interface LineProps {
  readonly budget: Budget;
  readonly save: (change: Partial<Budget>) => Promise<boolean>;
}

function CapLine({ budget: { monthlyCapUsd }, save }: LineProps) {
  const { t, i18n } = useTranslation();
  const advice = useNumberAdvice(t('costs.amount'));
  const field = useFocusArea<HTMLInputElement>('cap');
  return (
    <SettingsLine label={t('costs.cap')} hint={t('costs.capHint')}>
      {(id) => (
        <AutoSaveField
          labelledBy={id}
          field={field}
          value={monthlyCapUsd === null ? '' : toAmountText(monthlyCapUsd, i18n.language)}
          unit={t('costs.dollars')}
          {...advice}
          isValid={(text) => text.trim() === '' || toNumber(text, i18n.language) !== null}
          onSave={(text) => save({ monthlyCapUsd: toNumber(text, i18n.language) })}
        />
      )}
    </SettingsLine>
  );
}

function WarningLine({ budget: { warnAtPercent }, save }: LineProps) {
  const { t, i18n } = useTranslation();
  const read = (text: string) => toNumber(text, i18n.language);
  const advice = useNumberAdvice(t('costs.percentRange'));
  return (
    <SettingsLine label={t('costs.warnAt')} hint={t('costs.warnAtHint')}>
      {(id) => (
        <AutoSaveField
          labelledBy={id}
          value={String(warnAtPercent)}
          unit={t('costs.percent')}
          {...advice}
          isValid={(text) => Budget.shape.warnAtPercent.safeParse(read(text)).success}
          onSave={(text) => save({ warnAtPercent: read(text) ?? warnAtPercent })}
        />
      )}
    </SettingsLine>
  );
}
