import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Account } from '#shared/domain/account.ts';
import { IncidentRole } from '#shared/domain/incident.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { toName, toShownName } from '../../ui/shownName.ts';
import { toExactTime } from '../../ui/time.ts';
import { toEntryWords } from './entryWords.ts';
import { IncidentFigures, type IncidentReport } from './IncidentFigures.tsx';
import styles from './IncidentSheet.module.css';

interface Props {
  readonly account: Account | null;
  readonly report: IncidentReport;
  readonly log: EngineOutput<'crisis.log'>;
}

/** The pages of an incident: what it was and who led it, its figures, and its log from the beginning. */
export function IncidentSheet({ account, report, log }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Head account={account} incident={report.incident} />
      <section className={styles.figures}>
        <h2 className={styles.heading}>{t('crisis.past.report')}</h2>
        <IncidentFigures report={report} />
      </section>
      <Log log={log} />
    </>
  );
}

function Head({ account, incident }: Pick<Props, 'account'> & Pick<IncidentReport, 'incident'>) {
  const { t, i18n } = useTranslation();
  const time = toExactTime(incident.startedAt, i18n.language);
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        <Bidi text={incident.title} cap={200} />
      </h1>
      {account && (
        <p>
          <Bidi text={toName(account)} cap={60} /> <Handle handle={account.handle} />
        </p>
      )}
      <p>{t('crisis.since', { time, agent: toShownName(incident.startedBy) })}</p>
      {IncidentRole.options.map((role) => {
        const agent = incident.roles[role];
        const label = t(`crisis.roles.${role}`);
        return agent && <p key={role}>{t('labelled', { label, value: toShownName(agent.name) })}</p>;
      })}
    </header>
  );
}

function Log({ log }: Pick<Props, 'log'>) {
  const { t, i18n } = useTranslation();
  const older = log.total - log.items.length;
  return (
    <section>
      <h2 className={styles.heading}>{t('crisis.log')}</h2>
      {older > 0 && <p>{t('crisis.more', { count: older })}</p>}
      {log.items.toReversed().map((entry) => (
        <div key={entry.id} className={styles.entry}>
          <p className={styles.when}>
            {[toExactTime(entry.at, i18n.language), toShownName(entry.agent ?? 'Perch')].join(' · ')}
          </p>
          <p className={styles.what}>{toEntryWords(entry, t, i18n.language)}</p>
          {entry.text !== '' && (
            <p className={styles.text}>
              <Bidi text={entry.text} cap={Number.POSITIVE_INFINITY} lang={null} />
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
