import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { closeErasing } from '../../state/erasing.ts';
import { Button } from '../../ui/Button.tsx';
import { counted } from '../../ui/counted.ts';
import shared from '../../ui/shared.module.css';
import styles from './EraseDialog.module.css';
import type { Erased } from './useErase.ts';

interface Props {
  readonly result: Erased;
  readonly deletesBackups: boolean;
  /** How many backups had the person before. */
  readonly before: number;
}

/** What came of an erasure: what Perch asked afterwards, and which backups still have the person. */
export function ErasureResult({ result, deletesBackups, before }: Props) {
  const { t } = useTranslation();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <div className={shared.question}>
      <div role="status" className={styles.result}>
        {result === 'unproven' ? (
          <>
            <p className={styles.done}>{t('erasing.unproven')}</p>
            {before > 0 && <p>{t(deletesBackups ? 'erasing.backupsGo' : 'erasing.backupsMay')}</p>}
          </>
        ) : (
          <Proven result={result} deletesBackups={deletesBackups} />
        )}
      </div>
      <footer className={shared.answers}>
        <Button ref={close} tone="primary" onClick={closeErasing}>
          {t('frame.close')}
        </Button>
      </footer>
    </div>
  );
}

interface ProvenProps extends Pick<Props, 'deletesBackups'> {
  readonly result: EngineOutput<'people.erase'>;
}

function Proven({ result, deletesBackups }: ProvenProps) {
  const { t, i18n } = useTranslation();
  const { counts, proof, isCompacted, backups } = result;
  const number = (count: number) => counted(count, i18n.language).formatted;
  const asked = { tables: number(proof.tables), words: number(proof.words) };
  // The only one that is left was made after the erasure.
  const areRenewed = deletesBackups && backups <= 1;
  return (
    <>
      <p className={styles.done}>{t('erasing.done', counted(counts.messages, i18n.language))}</p>
      <p>{t('erasing.proof', asked)}</p>
      <p className={proof.found > 0 ? styles.warning : undefined}>
        {proof.found > 0
          ? t('erasing.found', counted(proof.found, i18n.language))
          : t('erasing.nothingFound')}
      </p>
      <p>{t(isCompacted ? 'erasing.compacted' : 'erasing.notCompacted')}</p>
      {areRenewed && <p>{t('erasing.backupsRenewed')}</p>}
      {!areRenewed && backups > 0 && <p>{t('erasing.backups', counted(backups, i18n.language))}</p>}
    </>
  );
}
