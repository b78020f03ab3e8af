import { useTranslation } from 'react-i18next';
import type { RetentionRule } from '#shared/domain/retention.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirmation, useAsking } from '../../ui/Confirmation.tsx';
import { counted } from '../../ui/counted.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toDayAndTime } from '../../ui/time.ts';
import { useBusy } from '../../ui/useBusy.ts';
import { useIsSeen } from '../../ui/useIsSeen.ts';
import { NewRetentionRule } from './NewRetentionRule.tsx';
import styles from './SettingsList.module.css';
import { useRetentionPreview } from './useRetentionPreview.ts';
import { useRuleText } from './useRuleText.ts';

/** By which rules old conversations are erased, with what that would be. */
export function RetentionSettings() {
  const { t, i18n } = useTranslation();
  const retention = useEngineQuery('retention.get', {}).data;
  const save = useSave(engineKey('retention.get', {}), useEngineCommand('retention.set'));
  const toRule = useRuleText();
  const { ref, isSeen } = useIsSeen<HTMLDivElement>();
  if (!retention) return null;
  const { rules, lastRun } = retention;
  return (
    <div ref={ref}>
      <ul className={styles.list} aria-label={t('retention.title')}>
        {rules.map((rule, index) => (
          <li key={`${rule.afterDays} ${rule.tagId}`} className={styles.line}>
            <span className={styles.when}>{toRule(rule)}</span>
            <Button
              size="small"
              tone="quiet"
              aria-label={t('retention.removeRule', { rule: toRule(rule) })}
              onClick={() => void save({ rules: rules.filter((_, at) => at !== index) })}
            >
              {t('retention.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <NewRetentionRule rules={rules} isSeen={isSeen} save={save} />
      {rules.length > 0 && <RunNow rules={rules} isSeen={isSeen} />}
      {lastRun && (
        <p className={styles.size}>
          {t('retention.lastRun', {
            ...counted(lastRun.conversations, i18n.language),
            time: toDayAndTime(lastRun.at, i18n.language),
          })}
        </p>
      )}
    </div>
  );
}

/** Erases at once what the rules say, after saying how much that is. */
function RunNow({ rules, isSeen }: { readonly rules: readonly RetentionRule[]; readonly isSeen: boolean }) {
  const { t } = useTranslation();
  const asking = useAsking();
  const { isBusy, run } = useBusy();
  const runNow = useEngineCommand('retention.run');
  const preview = useRetentionPreview(rules, isSeen);
  const isOff = isBusy || !preview.count;
  if (asking.isAsked) {
    return (
      <Confirmation
        asking={asking}
        question={`${preview.text} ${t('erasing.final')}`}
        yes={t('erasing.doIt')}
        className={styles.confirmation}
        onYes={() => {
          asking.giveUp();
          void run(() => runNow({}));
        }}
      />
    );
  }
  return (
    <SettingsLine label={t('retention.now')} hint={preview.text}>
      {(id) => (
        <Button
          ref={asking.trigger}
          aria-describedby={id}
          // It keeps the focus that came back to it, also when nothing is left to be erased.
          aria-disabled={isOff}
          onClick={() => !isOff && asking.ask()}
        >
          {t(isBusy ? 'erasing.busy' : 'retention.run')}
        </Button>
      )}
    </SettingsLine>
  );
}
