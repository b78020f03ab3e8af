import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { toClockTime } from '../../ui/time.ts';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './Crisis.module.css';
import { GroupLine } from './GroupLine.tsx';

/** The largest groups are shown. */
const shown = 20;

interface Props {
  readonly incident: NonNullable<EngineOutput<'crisis.get'>['running']>;
}

/** People who wait for a reply and wrote nearly the same, and the replies to them that wait for their time. */
export function Groups({ incident }: Props) {
  const { t } = useTranslation();
  const { data } = useEngineQuery('crisis.groups', { id: incident.id });
  return (
    <section className={styles.part} aria-label={t('crisis.groups.title')}>
      <h3 className={styles.heading}>{t('crisis.groups.title')}</h3>
      <Sending incident={incident} />
      {incident.statement.length === 0 && <p className={styles.hint}>{t('crisis.groups.needsStatement')}</p>}
      {data?.items.length === 0 && <p className={styles.hint}>{t('crisis.groups.none')}</p>}
      <ul className={styles.log}>
        {data?.items.slice(0, shown).map((group) => (
          <GroupLine key={group.members[0]?.conversationId} incident={incident} group={group} />
        ))}
      </ul>
    </section>
  );
}

/** How many replies wait for their time, and what takes them back. */
function Sending({ incident: { id, sending } }: Props) {
  const { t, i18n } = useTranslation();
  const stop = useEngineCommand('crisis.stopSending');
  const { isBusy, run } = useBusy();
  if (sending.waiting === 0 || sending.lastAt === null) return null;
  return (
    <div className={styles.line}>
      <span role="status">
        {t('crisis.groups.waiting', {
          count: sending.waiting,
          time: toClockTime(sending.lastAt, i18n.language),
        })}
      </span>
      <Button tone="danger" disabled={isBusy} onClick={() => void run(() => stop({ id }))}>
        {t('crisis.groups.stop')}
      </Button>
    </div>
  );
}
