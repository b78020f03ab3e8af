import { IconChevronDown } from '@tabler/icons-react';
import styles from './Select.module.css';

interface Props {
  /** The id of the labelling element, and what is chosen. */
  readonly labelledBy: string;
  readonly valueId: string;
  readonly value: string;
  readonly onClick: () => void;
}

/** A button that looks as a drop-down list does and opens a dialog with the choices, for more than such a list can hold. */
export function ChoiceButton({ labelledBy, valueId, value, onClick }: Props) {
  return (
    <button
      type="button"
      className={styles.trigger}
      aria-labelledby={`${labelledBy} ${valueId}`}
      aria-haspopup="dialog"
      onClick={onClick}
    >
      <span id={valueId}>{value}</span>
      <span className={styles.icon}>
        <IconChevronDown aria-hidden="true" size={14} />
      </span>
    </button>
  );
}
