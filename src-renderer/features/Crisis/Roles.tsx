import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Incident, IncidentRole } from '#shared/domain/incident.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import { toShownName } from '../../ui/shownName.ts';
import styles from './Crisis.module.css';

/** The value of the choice that takes a role back. */
const nobody = '';

/** Who leads, who writes what is said in public, and who keeps the log. */
export function Roles({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  return (
    <section className={styles.part} aria-label={t('crisis.rolesTitle')}>
      <h3 className={styles.heading}>{t('crisis.rolesTitle')}</h3>
      {IncidentRole.options.map((role) => (
        <RoleLine key={role} role={role} incident={incident} />
      ))}
    </section>
  );
}

function RoleLine({ role, incident }: { readonly role: IncidentRole; readonly incident: Incident }) {
  const { t } = useTranslation();
  const labelId = useId();
  const give = useEngineCommand('crisis.setRole');
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  return (
    <div className={styles.line}>
      <span id={labelId}>{t(`crisis.roles.${role}`)}</span>
      <Select
        value={incident.roles[role]?.id ?? nobody}
        labelledBy={labelId}
        choices={[
          { value: nobody, label: t('crisis.nobody') },
          ...agents.map(({ id, name }) => ({ value: id, label: toShownName(name) })),
        ]}
        onChange={(agent) => void give({ id: incident.id, role, agent: agent === nobody ? null : agent })}
      />
    </div>
  );
}
