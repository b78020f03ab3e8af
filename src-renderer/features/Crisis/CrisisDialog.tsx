import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { toDayAndTime } from '../../ui/time.ts';
import styles from './Crisis.module.css';
import { EndForm } from './EndForm.tsx';
import { Groups } from './Groups.tsx';
import { IncidentLog } from './IncidentLog.tsx';
import { NoteForm } from './NoteForm.tsx';
import { Roles } from './Roles.tsx';
import { StatementForm } from './StatementForm.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The incident that is running: its log, what people are told, who does what, and its end. */
export function CrisisDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  const running = useEngineQuery('crisis.get', {}).data?.running ?? null;
  return (
    <Dialog
      open={open && running !== null}
      onClose={onClose}
      title={t('crisis.running', { title: toShownName(running?.title ?? '', 60) })}
      width={640}
    >
      {running && <Body key={running.id} incident={running} onClose={onClose} />}
    </Dialog>
  );
}

interface BodyProps extends Pick<Props, 'onClose'> {
  readonly incident: NonNullable<EngineOutput<'crisis.get'>['running']>;
}

function Body({ incident, onClose }: BodyProps) {
  const { t, i18n } = useTranslation();
  const since = toDayAndTime(incident.startedAt, i18n.language);
  return (
    <div className={`${shared.longForm} ${styles.form}`}>
      <p className={styles.hint}>
        {t('crisis.since', { time: since, agent: toShownName(incident.startedBy) })}{' '}
        {t('crisis.heldBack', { count: incident.surveysHeldBack })}
      </p>
      <NoteForm incident={incident} />
      <IncidentLog id={incident.id} />
      <StatementForm incident={incident} />
      <Groups incident={incident} />
      <Roles incident={incident} />
      <EndForm incident={incident} onEnded={onClose} />
    </div>
  );
}
