import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import type { SurveyTexts } from '#shared/domain/surveySettings.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Bubble } from '../../ui/Bubble.tsx';
import { toPrice } from '../../ui/money.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './SurveyPreview.module.css';

interface Props {
  readonly language: ReplyLanguage;
  readonly texts: SurveyTexts;
}

/** A survey as customers will see it, and its price. */
export function SurveyPreview({ language, texts }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [chosen, setChosen] = useState('csat 0');
  const questions = (['csat', 'nps'] as const).flatMap((scale) =>
    texts[scale].map((_, at) => ({
      value: `${scale} ${at}`,
      label: t(`surveySettings.short.${scale}`, { number: at + 1 }),
    })),
  );
  // A wording can have been removed.
  const value = questions.some((one) => one.value === chosen) ? chosen : 'csat 0';
  const [scale, variant] = value.split(' ');
  const asked = { language, scale: scale as SurveyScale, variant: Number(variant) };
  const preview = useEngineQuery('surveys.preview', asked, { keepPrevious: true }).data;
  return (
    <figure className={styles.preview}>
      <figcaption className={styles.head}>
        <span id={id}>{t('surveys.preview')}</span>
        <Select value={value} choices={questions} onChange={setChosen} labelledBy={id} />
      </figcaption>
      {preview && (
        <>
          <Bubble text={preview.text} lang={language} />
          <p className={styles.price}>{t('surveys.price', { price: toPrice(preview.usd, i18n.language) })}</p>
        </>
      )}
    </figure>
  );
}
