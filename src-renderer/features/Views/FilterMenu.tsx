import { Menu } from '@base-ui/react/menu';
import { IconAdjustmentsHorizontal, IconCheck, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { clearFilter, setFilter, useListQuery, withoutFilter } from '../../state/listQuery.ts';
import { useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuPopup } from '../../ui/MenuPopup.tsx';
import shared from '../../ui/shared.module.css';
import { useFirstFocused } from '../../ui/useFirstFocused.ts';
import { type OpenList, useOpenList, useSavedViews } from '../../workspace/useOpenList.ts';
import { type Choices, type Option, useChoices } from './useChoices.ts';
import styles from './Views.module.css';

/** The button and the menu that filter and sort the open list. It closes to the list. */
export function FilterMenu() {
  const { t } = useTranslation();
  const isOpen = useListQuery((state) => state.isMenuOpen);
  const { isFiltered, sort } = useOpenList();
  const focusFirst = useFirstFocused(isOpen);
  const onOpenChange = (next: boolean) => {
    useListQuery.setState({ isMenuOpen: next });
    if (!next) useUi.getState().focusOn('list');
  };
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Menu.Trigger
        render={
          <IconButton
            label={t('commands.filter')}
            command="list.filter"
            className={styles.trigger ?? ''}
            data-active={isFiltered || sort !== null || undefined}
            icon={<IconAdjustmentsHorizontal size={17} stroke={1.75} />}
          />
        }
      />
      <Popup label={t('commands.filter')} onFocus={focusFirst}>
        <Entries />
      </Popup>
    </Menu.Root>
  );
}

interface PopupProps {
  readonly label: string;
  readonly onFocus?: ReturnType<typeof useFirstFocused>;
  readonly children: ReactNode;
}

function Popup({ label, onFocus, children }: PopupProps) {
  const isSubmenu = onFocus === undefined;
  return (
    <MenuPopup
      label={label}
      place={isSubmenu ? { sideOffset: 2 } : { align: 'end' }}
      className={styles.popup}
      {...(isSubmenu ? {} : { finalFocus: () => false, onFocus })}
    >
      {children}
    </MenuPopup>
  );
}

const flags = ['unread', 'draft', 'failedReply', 'isVip'] as const;

function Entries() {
  const { t } = useTranslation();
  const list = useOpenList();
  const { filters, sorts } = useChoices(list);
  const isReadOnly = useIsReadOnly();
  return (
    <>
      {flags.map((flag) => (
        <Flag key={flag} flag={flag} filter={list.filter} />
      ))}
      {filters.map((choices) => (
        <Choice key={choices.label} {...choices} />
      ))}
      <Menu.Separator className={shared.menuRule} />
      <Choice {...sorts} />
      <Menu.Separator className={shared.menuRule} />
      {!isReadOnly && <Action label={t('lists.saveAs')} run={() => useUi.getState().show('saveView')} />}
      {!isReadOnly && <Manage />}
      <Clear list={list} />
    </>
  );
}

function Manage() {
  const { t } = useTranslation();
  const hasViews = useSavedViews().length > 0;
  return hasViews && <Action label={t('lists.manage')} run={() => useUi.getState().show('views')} />;
}

function Clear({ list }: { readonly list: OpenList }) {
  const { t } = useTranslation();
  const hasMore = list.saved ? list.isEdited : list.isFiltered || list.sort !== null;
  return hasMore && <Action label={t(list.saved ? 'lists.revert' : 'lists.clear')} run={clearFilter} />;
}

function Action({ label, run }: { readonly label: string; readonly run: () => void }) {
  return (
    <Menu.Item className={shared.menuItem} onClick={run}>
      <bdi className={styles.label}>{label}</bdi>
    </Menu.Item>
  );
}

interface FlagProps {
  readonly flag: (typeof flags)[number];
  readonly filter: ConversationFilter;
}

function Flag({ flag, filter }: FlagProps) {
  const { t } = useTranslation();
  const change = (isOn: boolean) =>
    setFilter(isOn ? { ...filter, [flag]: true } : withoutFilter(filter, flag));
  return (
    <Menu.CheckboxItem
      className={shared.menuItem}
      checked={filter[flag] ?? false}
      onCheckedChange={change}
      closeOnClick
    >
      <bdi className={styles.label}>{t(`lists.filters.${flag}`)}</bdi>
      <Menu.CheckboxItemIndicator className={styles.check}>
        <IconCheck aria-hidden="true" size={14} stroke={2} />
      </Menu.CheckboxItemIndicator>
    </Menu.CheckboxItem>
  );
}

/** One of several values, in a menu beside. */
function Choice({ label, options, value, onChoose }: Choices) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={shared.menuItem}>
        <bdi className={styles.label}>{label}</bdi>
        {value !== '' && chosen && <bdi className={styles.value}>{chosen.label}</bdi>}
        <IconChevronRight aria-hidden="true" size={14} stroke={1.75} />
      </Menu.SubmenuTrigger>
      <Popup label={label}>
        <Menu.RadioGroup value={value} onValueChange={(next: string) => onChoose(next)}>
          {options.map((option) => (
            <OptionView key={option.value} {...option} />
          ))}
        </Menu.RadioGroup>
      </Popup>
    </Menu.SubmenuRoot>
  );
}

function OptionView({ value, label }: Option) {
  return (
    <Menu.RadioItem value={value} className={shared.menuItem} closeOnClick>
      <bdi className={styles.label}>{label}</bdi>
      <Menu.RadioItemIndicator className={styles.check}>
        <IconCheck aria-hidden="true" size={14} stroke={2} />
      </Menu.RadioItemIndicator>
    </Menu.RadioItem>
  );
}
