import { Switch as Base } from '@base-ui/react/switch';
import styles from './Switch.module.css';

interface Props {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The id of the labelling element. */
  readonly labelledBy: string;
}

/** An on/off switch. */
export function Switch({ checked, onChange, labelledBy }: Props) {
  return (
    <Base.Root
      checked={checked}
      onCheckedChange={onChange}
      aria-labelledby={labelledBy}
      className={styles.track}
    >
      <Base.Thumb className={styles.thumb} />
    </Base.Root>
  );
}
