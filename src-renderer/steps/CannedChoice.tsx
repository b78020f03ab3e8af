import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceButton } from '../ui/ChoiceButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { toShownName } from '../ui/shownName.ts';
import { CannedList } from './CannedList.tsx';

interface Props {
  /** The id of the labelling element, and its words. */
  readonly labelledBy: string;
  readonly label: string;
  /** The canned responses there are. */
  readonly canned: readonly { readonly id: string; readonly title: string }[];
  /** The id of the chosen one, which may be gone; null for none. */
  readonly chosen: string | null;
  /** What the choice of none is called; absent where one is needed. */
  readonly none?: string;
  readonly onChange: (id: string | null) => void;
}

/** One of the canned responses: a button with its title, which opens the list of all with a field that filters it. */
export function CannedChoice({ labelledBy, label, canned, chosen, none, onChange }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const valueId = useId();
  const known = canned.find(({ id }) => id === chosen)?.title;
  const missing = chosen === null ? (none ?? '') : t('rules.gone');
  return (
    <>
      <ChoiceButton
        labelledBy={labelledBy}
        valueId={valueId}
        value={known === undefined ? missing : toShownName(known, 40)}
        onClick={() => setOpen(true)}
      />
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={label}
        bare
        width={480}
        initialFocus={input}
      >
        <CannedList
          input={input}
          label={label}
          canned={canned}
          chosen={chosen}
          {...(none === undefined ? {} : { none })}
          onChoose={(id) => {
            setOpen(false);
            onChange(id);
          }}
        />
      </Dialog>
    </>
  );
}
