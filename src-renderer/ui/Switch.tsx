import { Switch as Base } from '@base-ui/react/switch';
import styles from './Switch.module.css';

interface Props {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The id of the labelling element. */
  readonly labelledBy: string;
  readonly disabled?: boolean;
}

/** An on/off switch. */
export function Switch({ checked, onChange, labelledBy, disabled = false }: Props) {
  return (
    <Base.Root
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      aria-labelledby={labelledBy}
      className={styles.track}
    >
      <Base.Thumb className={styles.thumb} />
    </Base.Root>
  );
}
