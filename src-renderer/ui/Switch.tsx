import { Switch as Base } from '@base-ui/react/switch';
import styles from './Switch.module.css';

interface Props {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The id of the element that names it. */
  readonly labelledBy: string;
}

/** Something that is on or off, kept at once. */
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
