import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableInspection, TableMapping } from '#shared/domain/messageTable.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { showTable, useTableImport } from '../../state/tableImport.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { MappingFields } from './MappingFields.tsx';
import styles from './TableDialog.module.css';
import { TablePreview } from './TablePreview.tsx';
import { useImportFile } from './useArchive.ts';

const close = () => showTable(null);

/** How a table of messages that somebody has chosen would be read, before anything of it is stored. */
export function TableDialog() {
  const { t } = useTranslation();
  const path = useTableImport((state) => state.path);
  return (
    <Dialog open={path !== null} onClose={close} title={t('table.title')} width={860}>
      {path !== null && <Mapping key={path} path={path} />}
    </Dialog>
  );
}

function Mapping({ path }: { readonly path: string }) {
  const [chosen, choose] = useState<TableMapping | null>(null);
  const input = chosen === null ? { path } : { path, mapping: chosen };
  const { data, error } = useEngineQuery('archive.inspect', input, { keepPrevious: true });
  return (
    <div className={styles.body}>
      {error && <FailureCard error={error.error} />}
      {data && (
        <>
          <Found inspection={data} />
          <MappingFields inspection={data} mapping={chosen ?? data.mapping} onChange={choose} />
          <TablePreview rows={data.preview} />
          <Foot path={path} mapping={chosen ?? data.mapping} needs={data.needs} />
        </>
      )}
    </div>
  );
}

/** What was recognised. */
function Found({ inspection: { file, tool, isRemembered } }: { readonly inspection: TableInspection }) {
  const { t } = useTranslation();
  const name = toShownName(file.split(/[\\/]/).at(-1) ?? '', 80);
  return (
    <p className={styles.hint}>
      {tool === null ? t('table.found', { name }) : t(`table.foundOf.${tool}`, { name })}{' '}
      {t(isRemembered ? 'table.remembered' : 'table.hint')}
    </p>
  );
}

interface FootProps extends Pick<TableInspection, 'needs'> {
  readonly path: string;
  readonly mapping: TableMapping;
}

function Foot({ path, mapping, needs }: FootProps) {
  const { t } = useTranslation();
  const importFile = useImportFile();
  const run = () => {
    close();
    useUi.getState().focusOn('list');
    void importFile({ path, mapping });
  };
  return (
    <footer className={styles.foot}>
      <p role="status" className={styles.needs}>
        {needs.map((need) => t(`table.needs.${need}`)).join(' ')}
      </p>
      <Button onClick={close}>{t('frame.cancel')}</Button>
      <Button tone="primary" disabled={needs.length > 0} onClick={run}>
        {t('table.import')}
      </Button>
    </footer>
  );
}
