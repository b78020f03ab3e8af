import { Menu } from '@base-ui/react/menu';
import { IconFilter } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { searchOperators } from '#shared/domain/searchFilter.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuPopup } from '../../ui/MenuPopup.tsx';
import shared from '../../ui/shared.module.css';
import styles from './Search.module.css';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Types an operator into the field, to be followed by its value. */
  readonly onChoose: (operator: string) => void;
}

/** The button in the field that lists the filters. */
export function SearchMenu({ field, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <IconButton
            label={t('search.narrow')}
            className={styles.clear ?? ''}
            icon={<IconFilter size={14} stroke={1.75} />}
          />
        }
      />
      <MenuPopup
        label={t('search.narrow')}
        place={{ align: 'end' }}
        className={styles.operators}
        finalFocus={field}
      >
        {searchOperators.map((operator) => (
          <Menu.Item key={operator} className={shared.menuItem} onClick={() => onChoose(operator)}>
            <b className={styles.operator}>{operator}:</b>
            <span className={styles.meaning}>{t(`search.operators.${operator}`)}</span>
          </Menu.Item>
        ))}
      </MenuPopup>
    </Menu.Root>
  );
}
