import { useTranslation } from 'react-i18next';
import { type ImportError, MAX_IMPORT_ERRORS } from '#shared/domain/libraryImport.ts';
import { type ChosenImport, showImport, useImporting } from '../../state/importing.ts';
import { Button } from '../../ui/Button.tsx';
import { counted } from '../../ui/counted.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './ImportDialog.module.css';
import { useImport } from './useImport.ts';

/** What importing a chosen file would do: what is new and changed, or everything that is wrong with it. */
export function ImportDialog() {
  const { t } = useTranslation();
  const chosen = useImporting((state) => state.chosen);
  const close = () => showImport(null);
  return (
    <Dialog open={chosen !== null} onClose={close} title={t('importing.title')} width={560}>
      {chosen && (
        <div className={styles.body}>
          {chosen.outcome.errors.length > 0 ? <Refused chosen={chosen} /> : <Preview chosen={chosen} />}
        </div>
      )}
    </Dialog>
  );
}

interface Props {
  readonly chosen: ChosenImport;
}

function Preview({ chosen }: Props) {
  const { t, i18n } = useTranslation();
  const { isBusy, run } = useBusy();
  const { apply } = useImport();
  const { created, updated, unchanged } = chosen.outcome;
  const of = (count: number) => counted(count, i18n.language);
  const name = toShownName(chosen.name, 60);
  if (created + updated === 0) return <p>{t('importing.nothing', { name })}</p>;
  return (
    <>
      <p>{t('importing.from', { name })}</p>
      <ul className={styles.counts} data-figures>
        {created > 0 && <li>{t('importing.created', of(created))}</li>}
        {updated > 0 && <li>{t('importing.updated', of(updated))}</li>}
        {unchanged > 0 && <li>{t('importing.unchanged', of(unchanged))}</li>}
      </ul>
      <p className={styles.hint}>{t('importing.keeps')}</p>
      <footer className={styles.foot}>
        <Button onClick={() => showImport(null)}>{t('frame.cancel')}</Button>
        <Button tone="primary" disabled={isBusy} onClick={() => void run(() => apply(chosen))}>
          {t('importing.apply', of(created + updated))}
        </Button>
      </footer>
    </>
  );
}

function Refused({ chosen: { name, outcome } }: Props) {
  const { t, i18n } = useTranslation();
  const { choose } = useImport();
  const { errors } = outcome;
  const facts = { ...counted(errors.length, i18n.language), name: toShownName(name, 60) };
  return (
    <>
      <p role="alert">
        {errors.length < MAX_IMPORT_ERRORS
          ? t('importing.refused', facts)
          : t('importing.refusedMany', facts)}
      </p>
      <ul
        className={styles.errors}
        aria-label={t('importing.errors')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {errors.map((error) => (
          <ErrorLine key={JSON.stringify(error)} error={error} />
        ))}
      </ul>
      <footer className={styles.foot}>
        <Button onClick={() => showImport(null)}>{t('frame.close')}</Button>
        <Button tone="primary" onClick={() => void choose()}>
          {t('importing.chooseAgain')}
        </Button>
      </footer>
    </>
  );
}

function ErrorLine({ error: { code, line, column, found, limit } }: { readonly error: ImportError }) {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language);
  const at = format.format(line);
  const facts = { found: toShownName(found ?? '', 60), limit: format.format(limit ?? 0) };
  return (
    <li>
      <strong>
        {column === null
          ? t('importing.line', { line: at })
          : t('importing.lineColumn', { line: at, column: toShownName(column, 40) })}
      </strong>
      <span>{t(`importing.wrong.${code}`, facts)}</span>
    </li>
  );
}
