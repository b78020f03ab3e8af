import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import styles from './Segments.module.css';

interface Props<T extends string> {
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  /** The id of the labelling element. */
  readonly labelledBy: string;
}

/** One of a few choices, all visible. */
export function Segments<T extends string>({ value, choices, onChange, labelledBy }: Props<T>) {
  return (
    <RadioGroup
      value={value}
      onValueChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next);
        if (chosen) onChange(chosen.value);
      }}
      aria-labelledby={labelledBy}
      className={styles.group}
    >
      {choices.map((choice) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is a control
        <label key={choice.value} className={styles.segment}>
          <Radio.Root value={choice.value} className={styles.radio} />
          {choice.label}
        </label>
      ))}
    </RadioGroup>
  );
}
