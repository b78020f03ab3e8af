import { Select as Base } from '@base-ui/react/select';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { RefObject } from 'react';
import styles from './Select.module.css';

interface Props<T extends string> {
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  /** The id of the labelling element. */
  readonly labelledBy: string;
  /** The button that opens the list. */
  readonly trigger?: RefObject<HTMLButtonElement | null>;
}

/** One of several choices, in a drop-down list. */
export function Select<T extends string>({ value, choices, onChange, labelledBy, trigger }: Props<T>) {
  return (
    <Base.Root
      value={value}
      items={choices}
      onValueChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Base.Trigger ref={trigger} className={styles.trigger} aria-labelledby={labelledBy}>
        <Base.Value />
        <Base.Icon className={styles.icon}>
          <IconChevronDown size={14} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className={styles.positioner}>
          <Base.Popup className={styles.popup} data-own-keys>
            {choices.map((choice) => (
              <Base.Item key={choice.value} value={choice.value} className={styles.item}>
                <Base.ItemText>{choice.label}</Base.ItemText>
                <Base.ItemIndicator className={styles.check}>
                  <IconCheck size={14} />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
