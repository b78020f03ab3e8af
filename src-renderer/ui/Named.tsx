import { type ReactNode, useId } from 'react';
import shared from './shared.module.css';

interface Props {
  readonly label: string;
  /** A control that is labelled by the element with this id. */
  readonly children: (labelId: string) => ReactNode;
}

/** A control whose label is for screen readers only, since what it shows says enough to the eye. */
export function Named({ label, children }: Props) {
  const id = useId();
  return (
    <>
      <span id={id} className={shared.spoken}>
        {label}
      </span>
      {children(id)}
    </>
  );
}
