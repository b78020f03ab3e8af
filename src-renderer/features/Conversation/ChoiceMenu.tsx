import { Menu } from '@base-ui/react/menu';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { MenuPopup } from '../../ui/MenuPopup.tsx';
import shared from '../../ui/shared.module.css';
import { useFirstFocused } from '../../ui/useFirstFocused.ts';
import styles from './ChoiceMenu.module.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Shown in a muted colour at the end of the line. */
  readonly detail?: string;
}

interface Props<V extends string> {
  /** The button that opens the menu. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  /** The selected choice; null if none is. */
  readonly value: V | null;
  readonly onChoose: (value: V) => void;
  /** Set if something other than the trigger opens it too. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A menu of mutually exclusive choices. */
export function ChoiceMenu<V extends string>(props: Props<V>) {
  const { trigger, label, choices, value, onChoose, open, onOpenChange } = props;
  const focusFirst = useFirstFocused(open ?? false);
  const control = open === undefined ? {} : { open, onOpenChange: (next: boolean) => onOpenChange?.(next) };
  return (
    <Menu.Root modal={false} {...control}>
      <Menu.Trigger render={trigger} />
      <MenuPopup
        label={label}
        place={{ align: 'end', collisionPadding: 5 }}
        className={styles.popup}
        onFocus={focusFirst}
      >
        <Menu.RadioGroup value={value} onValueChange={(next: V) => onChoose(next)}>
          {choices.map((choice) => (
            <Menu.RadioItem key={choice.value} value={choice.value} className={shared.menuItem} closeOnClick>
              <span className={styles.icon}>{choice.icon}</span>
              <bdi className={styles.label}>{choice.label}</bdi>
              {choice.detail && <span className={styles.detail}>{choice.detail}</span>}
              <Menu.RadioItemIndicator className={styles.check}>
                <IconCheck aria-hidden="true" size={14} stroke={2} />
              </Menu.RadioItemIndicator>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </MenuPopup>
    </Menu.Root>
  );
}
