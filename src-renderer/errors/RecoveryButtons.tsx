import { useTranslation } from 'react-i18next';
import type { Recovery } from '#shared/contract/enginePort.ts';
import type { AppError } from '#shared/errors.ts';
import { Button } from '../ui/Button.tsx';
import styles from './FailureCard.module.css';

type Choice = Recovery | 'reopen';

/** What can be done about a store that is damaged, missing or not writable; nothing for other errors. */
export function RecoveryButtons({
  error,
  onChoose,
}: {
  readonly error: AppError;
  /** Called with undefined where the workspace is only to be opened again. */
  readonly onChoose: (recover: Recovery | undefined) => void;
}) {
  const { t } = useTranslation();
  const choices = toChoices(error);
  if (choices.length === 0) return null;
  return (
    <div className={styles.choices}>
      {choices.map((choice) => (
        <Button key={choice} size="small" onClick={() => onChoose(choice === 'reopen' ? undefined : choice)}>
          {t(`recovery.${choice}`)}
        </Button>
      ))}
    </div>
  );
}

/** The least loss first. */
function toChoices(error: AppError): readonly Choice[] {
  switch (error.code) {
    case 'storeCorrupt':
      if (error.isForeign) return ['reopen'];
      return ['salvage', ...toCopy(error.copyAt), ...(error.reading ? [] : (['new'] as const))];
    case 'storeMissing':
      return ['reopen', ...toCopy(error.copyAt), 'new'];
    case 'notRecovered':
      return error.how === 'copy' ? ['salvage', 'new'] : ['copy', 'new'];
    case 'storeUnwritable':
      return ['reopen'];
    default:
      return [];
  }
}

const toCopy = (at: number | null | undefined): readonly Choice[] => (typeof at === 'number' ? ['copy'] : []);
