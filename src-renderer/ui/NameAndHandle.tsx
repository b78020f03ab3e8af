import { Bidi, Handle } from './Bidi.tsx';
import styles from './NameAndHandle.module.css';

interface Props {
  readonly name: string;
  readonly handle: string;
  /** The maximum number of characters of the handle. */
  readonly cap: number;
  /** How the name is written. */
  readonly className?: string | undefined;
}

/** A name with its handle on one line, where the handle gives way first: it is cut, and left out where no room remains. */
export function NameAndHandle({ name, handle, cap, className }: Props) {
  return (
    <span className={styles.line}>
      <Bidi text={name} cap={80} className={`${styles.name} ${className ?? ''}`} />
      <Handle handle={handle} cap={cap} className={styles.handle} />
    </span>
  );
}
