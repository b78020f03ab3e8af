import {
  IconCircle,
  IconCircleCheck,
  IconCircleDot,
  IconHourglass,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Conversation,
  type ConversationStatus,
  Priority,
  type SettableStatus,
} from '#shared/domain/conversation.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PriorityIcon } from '../../ui/PriorityMark.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';
import styles from './Conversation.module.css';

interface Props {
  readonly conversation: Conversation;
}

const statusIcons: Readonly<Record<ConversationStatus, ReactNode>> = {
  new: <IconCircle aria-hidden="true" size={15} stroke={1.75} />,
  open: <IconCircleDot aria-hidden="true" size={15} stroke={1.75} />,
  pending: <IconHourglass aria-hidden="true" size={15} stroke={1.75} />,
  resolved: <IconCircleCheck aria-hidden="true" size={15} stroke={1.75} />,
};

/** The status of a conversation that nobody can change. */
export function StatusChip({ status }: { readonly status: ConversationStatus }) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip} data-status={status} title={t(`status.${status}`)}>
      {statusIcons[status]}
      <span>{t(`status.${status}`)}</span>
    </span>
  );
}

/** The status of the conversation, and the menu to change it. */
export function StatusMenu({ conversation }: Props) {
  const { id, status } = conversation;
  const { t } = useTranslation();
  const { setStatus } = useConversationActions();
  const settable: readonly SettableStatus[] = ['open', 'pending', 'resolved'];
  const label = t('labelled', { label: t('conversation.status'), value: t(`status.${status}`) });
  return (
    <ChoiceMenu
      label={t('conversation.status')}
      value={status === 'new' ? null : status}
      choices={settable.map((value) => ({ value, label: t(`status.${value}`), icon: statusIcons[value] }))}
      onChoose={(next) => void setStatus({ id, status: next }, conversation)}
      trigger={
        <button type="button" className={styles.chip} data-status={status} aria-label={label} title={label}>
          {statusIcons[status]}
          <span>{t(`status.${status}`)}</span>
        </button>
      }
    />
  );
}

/** The priority of the conversation, and the menu to change it. */
export function PriorityMenu({ conversation: { id, priority } }: Props) {
  const { t } = useTranslation();
  const { setPriority } = useConversationActions();
  const label = t('labelled', { label: t('priority.label'), value: t(`priority.${priority}`) });
  return (
    <ChoiceMenu
      label={t('priority.label')}
      value={priority}
      choices={Priority.options.map((value) => ({
        value,
        label: t(`priority.${value}`),
        icon: <PriorityIcon priority={value} />,
      }))}
      onChoose={(next) => void setPriority({ id, priority: next })}
      trigger={<IconButton label={label} icon={<PriorityIcon priority={priority} size={17} />} />}
    />
  );
}

const nobody = '\u0000';

/** The assignee of the conversation, and the menu to change it. */
export function AssignMenu({ conversation: { id, agent } }: Props) {
  const { t } = useTranslation();
  const { assign } = useConversationActions();
  const agents = useEngineQuery('agents.list', {}).data ?? { me: '', all: [] };
  const names = [...new Set([agents.me, ...agents.all, ...(agent === null ? [] : [agent])])].filter(Boolean);
  const shown = agent === null ? t('conversation.assignNobody') : toShownName(agent, 24);
  const label = t('labelled', { label: t('conversation.assign'), value: shown });
  return (
    <ChoiceMenu
      label={t('conversation.assign')}
      value={agent ?? nobody}
      choices={[
        ...names.map((name) => ({
          value: name,
          label: name === agents.me ? t('conversation.assignMe', { agent: name }) : name,
          icon: <Avatar id={name} name={name} size={18} />,
        })),
        {
          value: nobody,
          label: t('conversation.assignNobody'),
          icon: <IconUserOff aria-hidden="true" size={15} />,
        },
      ]}
      onChoose={(next) => void assign({ id, agent: next === nobody ? null : next })}
      trigger={
        <button type="button" className={styles.chip} aria-label={label} title={label}>
          {agent === null ? (
            <IconUser aria-hidden="true" size={15} stroke={1.75} />
          ) : (
            <Avatar id={agent} name={agent} size={18} />
          )}
          <span>{shown}</span>
        </button>
      }
    />
  );
}
