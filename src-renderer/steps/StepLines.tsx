import { useTranslation } from 'react-i18next';
import { Priority, SettableStatus } from '#shared/domain/conversation.ts';
import type { MacroSteps } from '#shared/domain/macro.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { useEngineQuery } from '../engine/hooks.ts';
import { Select } from '../ui/Select.tsx';
import { SettingsLine } from '../ui/SettingsGroup.tsx';
import { toShownName } from '../ui/shownName.ts';
import { toShortDuration } from '../ui/time.ts';
import { useTags } from '../workspace/useTags.ts';
import { TagButtons } from './TagButtons.tsx';

const KEEP = 'keep';

/** What is done to a conversation, by a macro or a rule. */
type Steps = Pick<
  MacroSteps,
  'addTags' | 'removeTags' | 'priority' | 'status' | 'snoozeMinutes' | 'assignee'
>;

/** A step that is being chosen. */
interface Props {
  readonly steps: Steps;
  readonly onChange: (changed: Partial<Steps>) => void;
}

/** The tags that are put on or taken off, each a button; nothing while there are none. */
export function TagsStep({ name, steps, onChange }: Props & { readonly name: 'addTags' | 'removeTags' }) {
  const { t } = useTranslation();
  const chosen = steps[name];
  if (useTags().length + chosen.length === 0) return null;
  return (
    <SettingsLine label={t(`macros.${name}`)}>
      {(id) => <TagButtons labelledBy={id} chosen={chosen} onChange={(ids) => onChange({ [name]: ids })} />}
    </SettingsLine>
  );
}

/** The priority that is set. */
export function PriorityStep({ steps, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('priority.label')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={steps.priority ?? KEEP}
          choices={[
            { value: KEEP, label: t('macros.keep') },
            ...Priority.options.map((value) => ({ value, label: t(`priority.${value}`) })),
          ]}
          onChange={(value) => onChange({ priority: Priority.safeParse(value).data ?? null })}
        />
      )}
    </SettingsLine>
  );
}

/** The status that is set. */
export function StatusStep({ steps, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('macros.status')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={steps.status ?? KEEP}
          choices={[
            { value: KEEP, label: t('macros.keep') },
            ...SettableStatus.options.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
          onChange={(value) => onChange({ status: SettableStatus.safeParse(value).data ?? null })}
        />
      )}
    </SettingsLine>
  );
}

const snoozes = [60, 240, 1_440, 4_320, 10_080];

/** For how long the conversation is snoozed. */
export function SnoozeStep({ steps, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const { snoozeMinutes } = steps;
  const offered = snoozeMinutes === null ? snoozes : [...new Set([...snoozes, snoozeMinutes])];
  return (
    <SettingsLine label={t('macros.snooze')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={snoozeMinutes === null ? KEEP : String(snoozeMinutes)}
          choices={[
            { value: KEEP, label: t('macros.keep') },
            ...offered
              .toSorted((a, b) => a - b)
              .map((minutes) => ({
                value: String(minutes),
                label: toShortDuration(minutes * MINUTE_MS, i18n.language),
              })),
          ]}
          onChange={(value) => onChange({ snoozeMinutes: value === KEEP ? null : Number(value) })}
        />
      )}
    </SettingsLine>
  );
}

/** To whom the conversation is assigned; nothing for a single agent. `withMe` offers whoever works just then. */
export function AssigneeStep({ steps, onChange, withMe }: Props & { readonly withMe: boolean }) {
  const { t } = useTranslation();
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const { assignee } = steps;
  if (agents.length < 2) return null;
  const toAssignee = (value: string) => {
    if (value === KEEP) return null;
    return value === 'me' || value === 'nobody' ? value : { agent: value };
  };
  return (
    <SettingsLine label={t('macros.assignee')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={assignee === null ? KEEP : typeof assignee === 'string' ? assignee : assignee.agent}
          choices={[
            { value: KEEP, label: t('macros.keep') },
            ...(withMe ? [{ value: 'me', label: t('macros.me') }] : []),
            { value: 'nobody', label: t('conversation.assignNobody') },
            ...agents.map((agent) => ({ value: agent.id, label: toShownName(agent.name, 40) })),
          ]}
          onChange={(value) => onChange({ assignee: toAssignee(value) })}
        />
      )}
    </SettingsLine>
  );
}
