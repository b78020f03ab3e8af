import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './ConnectForm.module.css';

interface Props {
  /** The words of the button. */
  readonly action: string;
  /** Whether there is something to begin with, and nothing under way. */
  readonly canBegin: boolean;
  readonly onBegin: () => void;
  readonly children: ReactNode;
}

/** The fields of a login and the button that begins it; Enter in a field does the same. */
export function LoginForm({ action, canBegin, onBegin, children }: Props) {
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canBegin) onBegin();
      }}
    >
      {children}
      <Button type="submit" tone="primary" size="large" disabled={!canBegin}>
        {action}
      </Button>
    </form>
  );
}
