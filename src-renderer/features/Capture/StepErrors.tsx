import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StepError } from '#shared/domain/capture.ts';
import { ErrorWhat } from '../../errors/ErrorWhat.tsx';
import { useErrorText } from '../../errors/errorText.ts';
import styles from './Capture.module.css';

/** What the last poll cycle could not fetch or check besides its sources, and why. */
export function StepErrors({ errors }: { readonly errors: readonly StepError[] }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  return errors.map(({ step, error }) => (
    <p key={step} className={styles.error}>
      <IconAlertTriangle aria-hidden="true" size={14} stroke={1.75} />
      <span>
        {t('labelled', { label: t(`costs.sources.${step}`), value: '' })}
        <bdi>
          <ErrorWhat text={toText(error)} />
        </bdi>
      </span>
    </p>
  ));
}
