import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recovery } from '#shared/contract/enginePort.ts';
import type { AppError } from '#shared/errors.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './FailureCard.module.css';

type Choice = Recovery | 'reopen';

/**
 * What can be done about a store that is damaged, missing or not writable, and about an engine that is gone; nothing for other errors. Starting anew takes a second
 * answer.
 */
export function RecoveryButtons({
  error,
  onChoose,
}: {
  readonly error: AppError;
  /** Called with undefined where the workspace is only to be opened again. */
  readonly onChoose: (recover: Recovery | undefined) => void;
}) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const choices = toChoices(error);
  if (choices.length === 0) return null;
  return (
    <div className={styles.choices}>
      {choices.map((choice) => (
        <Button
          key={choice}
          size="small"
          onClick={() => {
            if (choice === 'new') setAsking(true);
            else onChoose(choice === 'reopen' ? undefined : choice);
          }}
        >
          {t(`recovery.${choice}`)}
        </Button>
      ))}
      <StartAnew open={isAsking} onClose={() => setAsking(false)} onStart={() => onChoose('new')} />
    </div>
  );
}

interface StartAnewProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onStart: () => void;
}

/** Asks whether to start anew, since what was stored is out of sight then. The answer that changes nothing comes first. */
function StartAnew({ open, onClose, onStart }: StartAnewProps) {
  const { t } = useTranslation();
  const cancel = useRef<HTMLButtonElement>(null);
  const start = () => {
    onClose();
    onStart();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('recovery.newTitle')} width={480} initialFocus={cancel}>
      <p className={styles.question}>{t('recovery.newHint')}</p>
      <footer className={styles.answers}>
        <Button ref={cancel} onClick={onClose}>
          {t('frame.cancel')}
        </Button>
        <Button tone="danger" onClick={start}>
          {t('recovery.new')}
        </Button>
      </footer>
    </Dialog>
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
    case 'notRestored':
    case 'engineGone':
      return ['reopen'];
    default:
      return [];
  }
}

const toCopy = (at: number | null | undefined): readonly Choice[] => (typeof at === 'number' ? ['copy'] : []);
