import { IconSearch } from '@tabler/icons-react';
import { Command as Cmdk } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandList } from '../../commands/CommandsProvider.tsx';
import { groups } from '../../commands/groups.ts';
import type { Command } from '../../commands/registry.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { openConversation } from '../../state/ui.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { toName } from '../Conversation/shownName.ts';
import styles from './Palette.module.css';
import { personPrefix, toScore } from './toScore.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every command and every person, found by a few letters. */
export function Palette({ open, onClose }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog open={open} onClose={onClose} title={t('palette.title')} bare width={600} initialFocus={input}>
      <Choices input={input} onClose={onClose} />
    </Dialog>
  );
}

interface ChoicesProps {
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

function Choices({ input, onClose }: ChoicesProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const chosen = useChosen(onClose);
  const awake = useCommandList().filter((command) => !command.keyOnly && command.when?.() !== false);
  return (
    <Cmdk
      label={t('palette.title')}
      loop
      vimBindings={false}
      filter={toScore}
      className={styles.palette ?? ''}
    >
      <div className={styles.field}>
        <IconSearch aria-hidden="true" size={17} stroke={1.75} className={styles.icon} />
        <Cmdk.Input
          ref={input}
          value={text}
          onValueChange={setText}
          placeholder={t('palette.placeholder')}
          className={styles.input ?? ''}
        />
        <Kbd keys="Escape" />
      </div>
      <Cmdk.List className={styles.list ?? ''} label={t('palette.title')}>
        <Cmdk.Empty className={styles.empty ?? ''}>{t('palette.none')}</Cmdk.Empty>
        <People text={text.trim()} onChoose={chosen} />
        {groups.map((group) => (
          <Group
            key={group}
            heading={t(`commands.group.${group}`)}
            commands={awake.filter((command) => command.group === group)}
            onChoose={chosen}
          />
        ))}
      </Cmdk.List>
    </Cmdk>
  );
}

/** Closes first and runs then, so that the command meets the window as it was and may move the focus. */
function useChosen(onClose: () => void): (run: () => void) => void {
  const next = useRef<(() => void) | null>(null);
  useEffect(
    () => () => {
      const run = next.current;
      if (run) setTimeout(run);
    },
    [],
  );
  return (run) => {
    next.current = run;
    onClose();
  };
}

interface GroupProps {
  readonly heading: string;
  readonly commands: readonly Command[];
  readonly onChoose: (run: () => void) => void;
}

function Group({ heading, commands, onChoose }: GroupProps) {
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

function People({ text, onChoose }: PeopleProps) {
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
