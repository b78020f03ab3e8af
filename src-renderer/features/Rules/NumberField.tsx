import type { AriaAttributes } from 'react';
import { TextField } from '../../ui/TextField.tsx';

interface Props extends Pick<AriaAttributes, 'aria-label' | 'aria-labelledby'> {
  readonly value: number;
  /** Called with 0 while nothing is typed. */
  readonly onChange: (value: number) => void;
}

/** A whole number as it is typed; the rule is refused for one that does not fit. */
export function NumberField({ value, onChange, ...label }: Props) {
  return (
    <TextField
      {...label}
      inputMode="numeric"
      defaultValue={String(value)}
      onChange={({ target }) => onChange(Number(target.value.replaceAll(/\D/g, '')))}
    />
  );
}
