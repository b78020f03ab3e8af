import { IconSearch } from '@tabler/icons-react';
import { Command as Cmdk } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandList } from '../../commands/CommandsProvider.tsx';
import { groups } from '../../commands/groups.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import shared from '../../ui/shared.module.css';
import styles from './Palette.module.css';
import { CommandItems, PeopleItems } from './PaletteItems.tsx';
import { toScore } from './toScore.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every command and every person, found by a few letters. */
export function Palette({ open, onClose }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog open={open} onClose={onClose} title={t('commands.palette')} bare width={600} initialFocus={input}>
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
      label={t('commands.palette')}
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
          className={`${shared.bareInput} ${styles.input}`}
        />
        <Kbd keys="Escape" />
      </div>
      <Cmdk.List className={styles.list ?? ''} label={t('commands.palette')}>
        <Cmdk.Empty className={styles.empty ?? ''}>{t('palette.none')}</Cmdk.Empty>
        <PeopleItems text={text.trim()} onChoose={chosen} />
        {groups.map((group) => (
          <CommandItems
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
