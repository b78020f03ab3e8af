import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Macro } from '#shared/domain/macro.ts';
import { shortcutOf } from '#shared/domain/shortcuts.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirmation, useAsking } from '../../ui/Confirmation.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd, KeyedText } from '../../ui/Kbd.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { useMacros } from '../../workspace/useMacros.ts';
import { MacroEditor } from './MacroEditor.tsx';
import styles from './Macros.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The macros, to be written, changed, moved and deleted. */
export function MacrosDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('macros.title')} width={560}>
      <Body />
    </Dialog>
  );
}

function Body() {
  const { t } = useTranslation();
  const macros = useMacros();
  const body = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<Macro | 'new' | null>(null);
  const close = () => {
    setEdited(null);
    requestAnimationFrame(() => body.current?.focus());
  };
  if (edited !== null) return <MacroEditor macro={edited === 'new' ? null : edited} onDone={close} />;
  return (
    <div ref={body} className={styles.form} tabIndex={-1}>
      <p className={styles.hint}>
        <KeyedText text={t('macros.hint')} />
      </p>
      {macros.length === 0 && <p className={styles.hint}>{t('macros.none')}</p>}
      <ol className={styles.lines} aria-label={t('macros.title')}>
        {macros.map((macro, index) => (
          <Line
            key={macro.id}
            macro={macro}
            index={index}
            count={macros.length}
            onEdit={() => setEdited(macro)}
            onDeleted={() => body.current?.focus()}
          />
        ))}
      </ol>
      <Button tone="primary" onClick={() => setEdited('new')}>
        {t('macros.create')}
      </Button>
    </div>
  );
}

interface LineProps {
  readonly macro: Macro;
  readonly index: number;
  readonly count: number;
  readonly onEdit: () => void;
  readonly onDeleted: () => void;
}

function Line({ macro, index, count, onEdit, onDeleted }: LineProps) {
  const { t } = useTranslation();
  const update = useEngineCommand('macros.update');
  const asking = useAsking();
  const name = toShownName(macro.name, 40);
  const keys = shortcutOf('macro.run').keys[index];
  const move = (step: number) => void update({ id: macro.id, position: index + step });
  if (asking.isAsked) return <Deletion asking={asking} macro={macro} onDeleted={onDeleted} />;
  const buttons = [
    { key: 'edit', Icon: IconPencil, run: onEdit, isOff: false },
    { key: 'moveUp', Icon: IconArrowUp, run: () => move(-1), isOff: index === 0 },
    { key: 'moveDown', Icon: IconArrowDown, run: () => move(1), isOff: index === count - 1 },
  ] as const;
  return (
    <li className={styles.line}>
      <span className={styles.name}>{name}</span>
      {keys && <Kbd keys={keys} />}
      {buttons.map(({ key, Icon, run, isOff }) => (
        <IconButton
          key={key}
          label={t(`macros.${key}`, { name })}
          aria-disabled={isOff}
          icon={<Icon size={16} stroke={1.75} />}
          onClick={() => !isOff && run()}
        />
      ))}
      <IconButton
        ref={asking.trigger}
        label={t('macros.delete', { name })}
        icon={<IconTrash size={16} stroke={1.75} />}
        onClick={asking.ask}
      />
    </li>
  );
}

type DeletionProps = Pick<LineProps, 'macro' | 'onDeleted'> & {
  readonly asking: ReturnType<typeof useAsking>;
};

function Deletion({ asking, macro, onDeleted }: DeletionProps) {
  const { t } = useTranslation();
  const remove = useEngineCommand('macros.delete');
  const deleteIt = async () => {
    if ((await remove({ id: macro.id })).ok) onDeleted();
  };
  return (
    <li className={styles.line}>
      <Confirmation
        asking={asking}
        question={t('macros.deleteSure', { name: toShownName(macro.name, 40) })}
        yes={t('macros.deleteYes')}
        className={styles.confirmation}
        onYes={() => void deleteIt()}
      />
    </li>
  );
}
