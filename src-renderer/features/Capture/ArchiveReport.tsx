import { useTranslation } from 'react-i18next';
import type { ArchiveImport, Skipped } from '#shared/domain/archiveImport.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { Bidi } from '../../ui/Bidi.tsx';
import { counted } from '../../ui/counted.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { toShownName } from '../../ui/shownName.ts';
import styles from './Archive.module.css';

/** The state of the last import, what it has brought, and what it has skipped and why. */
export function ArchiveReport({ last }: { readonly last: ArchiveImport }) {
  const { t, i18n } = useTranslation();
  const name = toShownName(last.file.split(/[\\/]/).at(-1) ?? '', 80);
  const brought = (['posts', 'dms', 'people'] as const).map((what) =>
    t(`archive.${what}`, counted(last[what], i18n.language)),
  );
  const skipped = last.skipped.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.report}>
      <p role="status" className={styles.state}>
        {t(`archive.state.${last.state}`, { name })}
      </p>
      {last.error && <FailureCard error={last.error} />}
      <p className={styles.words}>
        {t('archive.new')} {brought.join(', ')}
      </p>
      {last.skipped.length > 0 && (
        <Disclosure label={t('archive.skippedOf', counted(skipped, i18n.language))}>
          <SkippedTable skipped={last.skipped} />
        </Disclosure>
      )}
    </div>
  );
}

function SkippedTable({ skipped }: { readonly skipped: readonly Skipped[] }) {
  const { t, i18n } = useTranslation();
  const rows = skipped.map(({ reason, count, example }) => ({
    key: reason,
    cells: [
      t(`archive.why.${reason}`),
      counted(count, i18n.language).formatted,
      <Bidi key="example" text={example ?? ''} cap={120} />,
    ],
  }));
  return (
    <DataTable
      caption={t('archive.skipped')}
      columns={[
        { label: t('archive.reason') },
        { label: t('archive.count'), variant: 'figure' },
        { label: t('archive.example') },
      ]}
      rows={rows}
    />
  );
}
