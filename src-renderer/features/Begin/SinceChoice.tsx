import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Estimate } from '#shared/domain/estimate.ts';
import { toCostText, toCountsText } from './betweenText.ts';
import { type Choice, choices } from './choices.ts';
import styles from './SinceChoice.module.css';

interface Props {
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
  /** Null while it is not known. */
  readonly estimate: Estimate | null;
  readonly isCounting: boolean;
}

/** How far back to begin, each with what is read and what that costs. */
export function SinceChoice({ value, onChange, estimate, isCounting }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  return (
    <section className={styles.section}>
      <h2 id={id} className={styles.title}>
        {t('begin.from')}
      </h2>
      <RadioGroup
        aria-labelledby={id}
        aria-busy={isCounting}
        value={value}
        onValueChange={(next) => onChange(choices.find((choice) => choice === next) ?? value)}
        className={styles.group}
      >
        {choices.map((choice, at) => {
          const begin = estimate?.begins[at];
          return (
            // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is a control
            <label key={choice} className={styles.choice}>
              <Radio.Root value={choice} className={styles.radio}>
                <Radio.Indicator className={styles.mark} />
              </Radio.Root>
              <span className={styles.name}>{t(`begin.choice.${choice}`)}</span>
              <span className={styles.cost}>
                {begin ? toCostText(begin.usd, t, i18n.language) : isCounting && t('begin.counting')}
              </span>
              {begin && estimate && (
                <span className={styles.counts}>{toCountsText(begin, estimate.dms, t, i18n.language)}</span>
              )}
            </label>
          );
        })}
      </RadioGroup>
      <p className={styles.hint}>{t('begin.fromHint')}</p>
    </section>
  );
}
