import { Command as Cmdk } from 'cmdk';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { openConversation } from '../../state/ui.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { toName } from '../../ui/shownName.ts';
import styles from './Palette.module.css';
import { personPrefix } from './toScore.ts';

interface GroupProps {
  readonly heading: string;
  readonly commands: readonly Command[];
  readonly onChoose: (run: () => void) => void;
}

/** The commands of one group. */
export function CommandItems({ heading, commands, onChoose }: GroupProps) {
  if (commands.length === 0) return null;
  return (
    <Cmdk.Group heading={heading} className={styles.group ?? ''}>
      {commands.map((command) => (
        <Cmdk.Item
          key={command.id}
          value={command.id}
          keywords={[command.label]}
          onSelect={() => onChoose(command.run)}
          className={styles.item ?? ''}
        >
          <span className={styles.label}>{command.label}</span>
          {command.keys?.[0] && <Kbd keys={command.keys[0]} />}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}

interface PeopleProps {
  readonly text: string;
  readonly onChoose: (run: () => void) => void;
}

/** The people that match the text, from two letters on. */
export function PeopleItems({ text, onChoose }: PeopleProps) {
  const { t } = useTranslation();
  const enabled = text.length > 1;
  const { data } = useEngineQuery(
    'search.quick',
    { text: text || '-', limit: 5 },
    { enabled, keepPrevious: true },
  );
  const found = enabled ? (data?.items ?? []) : [];
  if (found.length === 0) return null;
  return (
    <Cmdk.Group heading={t('palette.people')} className={styles.group ?? ''}>
      {found.map((row) => (
        <Cmdk.Item
          key={row.id}
          value={personPrefix + row.id}
          onSelect={() => onChoose(() => openConversation(row.id))}
          className={styles.item ?? ''}
        >
          <Avatar id={row.person.id} name={toName(row.person)} size={22} />
          <Bidi text={toName(row.person)} cap={60} className={styles.name} />
          <Handle handle={row.person.handle} className={styles.handle} />
          <span className={styles.status}>{t(`status.${row.status}`)}</span>
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}
