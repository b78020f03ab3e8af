import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Confirmation, useAsking } from './Confirmation.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './OrderedLine.module.css';

interface Props {
  /** What stands before the buttons. */
  readonly children: ReactNode;
  readonly index: number;
  readonly count: number;
  /** The names of the buttons, and what is asked before deleting. */
  readonly words: Readonly<
    Record<'edit' | 'moveUp' | 'moveDown' | 'delete' | 'deleteSure' | 'deleteYes', string>
  >;
  readonly onEdit: () => void;
  readonly onMove: (position: number) => void;
  readonly onDelete: () => void;
}

/** A line of an ordered list, with buttons that edit it, move it, and delete it after a question. */
export function OrderedLine(props: Props) {
  const { children, words, onDelete } = props;
  const asking = useAsking();
  if (asking.isAsked) {
    return (
      <li className={styles.line}>
        <Confirmation
          asking={asking}
          question={words.deleteSure}
          yes={words.deleteYes}
          className={styles.confirmation}
          onYes={onDelete}
        />
      </li>
    );
  }
  return (
    <li className={styles.line}>
      {children}
      <EditAndMove {...props} />
      <IconButton
        ref={asking.trigger}
        label={words.delete}
        icon={<IconTrash size={16} stroke={1.75} />}
        onClick={asking.ask}
      />
    </li>
  );
}

function EditAndMove({ index, count, words, onEdit, onMove }: Omit<Props, 'children'>) {
  const buttons = [
    { label: words.edit, Icon: IconPencil, run: onEdit, isOff: false },
    { label: words.moveUp, Icon: IconArrowUp, run: () => onMove(index - 1), isOff: index === 0 },
    { label: words.moveDown, Icon: IconArrowDown, run: () => onMove(index + 1), isOff: index === count - 1 },
  ];
  return buttons.map(({ label, Icon, run, isOff }) => (
    <IconButton
      key={label}
      label={label}
      aria-disabled={isOff}
      icon={<Icon size={16} stroke={1.75} />}
      onClick={() => !isOff && run()}
    />
  ));
}
