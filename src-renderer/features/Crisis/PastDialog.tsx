import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { toDateAndTime } from '../../ui/time.ts';
import styles from './Crisis.module.css';
import { IncidentLog } from './IncidentLog.tsx';
import { Report } from './Report.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All incidents, the newest first, each with its report and its log. */
export function PastDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('crisis.past.title')} width={640}>
      <Body />
    </Dialog>
  );
}

function Body() {
  const { t, i18n } = useTranslation();
  const labelId = useId();
  const items = useEngineQuery('crisis.list', {}).data?.items;
  const [chosen, choose] = useState<string | null>(null);
  const id = chosen ?? items?.[0]?.id ?? null;
  const toLabel = ({ startedAt, title }: Incident) =>
    `${toDateAndTime(startedAt, i18n.language)} · ${toShownName(title, 40)}`;
  return (
    <div className={`${shared.longForm} ${styles.form}`}>
      {items?.length === 0 && <p className={styles.hint}>{t('crisis.past.none')}</p>}
      {items && id !== null && (
        <>
          <div className={styles.line}>
            <span id={labelId} className={styles.heading}>
              {t('crisis.past.incident')}
            </span>
            <Select
              value={id}
              labelledBy={labelId}
              choices={items.map((incident) => ({ value: incident.id, label: toLabel(incident) }))}
              onChange={choose}
            />
          </div>
          <Report key={id} id={id} />
          <IncidentLog id={id} />
        </>
      )}
    </div>
  );
}
