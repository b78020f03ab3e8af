import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AskingMacro, askForMacro, useAskingMacro } from '../../state/macros.ts';
import form from '../../steps/StepForm.module.css';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { LabelledField } from '../../ui/TextField.tsx';
import { useRunMacro } from '../../workspace/useMacros.ts';
import { RefusedMacro } from './RefusedMacro.tsx';

/** Asks for what the reply of a macro needs and Perch does not know, or whether it is sent in spite of a guard, then runs it. */
export function MacroQuestion() {
  const { t } = useTranslation();
  const asking = useAskingMacro((state) => state.asking);
  const isRefused = asking !== null && asking.warnings.length > 0;
  const first = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={asking !== null}
      onClose={() => askForMacro(null)}
      title={t(isRefused ? 'macros.refusedTitle' : 'macros.askTitle')}
      width={420}
      {...(isRefused ? {} : { initialFocus: first })}
    >
      {asking && isRefused && <RefusedMacro asking={asking} />}
      {asking && !isRefused && <Questions key={asking.macro.id} asking={asking} first={first} />}
    </Dialog>
  );
}

interface Props {
  readonly asking: AskingMacro;
  readonly first: RefObject<HTMLInputElement | null>;
}

function Questions({ asking: { macro, conversationId, variables }, first }: Props) {
  const { t } = useTranslation();
  const run = useRunMacro();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const isComplete = variables.every((variable) => (values[variable] ?? '').trim() !== '');
  const send = () => {
    if (!isComplete) return;
    askForMacro(null);
    void run(macro, conversationId, { values });
  };
  return (
    <div className={`${shared.longForm} ${form.form}`}>
      <p className={form.hint}>{t('macros.askHint', { name: toShownName(macro.name, 40) })}</p>
      {variables.map((variable, index) => (
        <LabelledField
          key={variable}
          {...(index === 0 ? { ref: first } : {})}
          label={variable}
          hint={`{${variable}}`}
          value={values[variable] ?? ''}
          maxLength={500}
          onChange={(event) => setValues({ ...values, [variable]: event.target.value })}
          onKeyDown={(event) => {
            if (pressedKey(event) === 'Enter') send();
          }}
        />
      ))}
      <Button tone="primary" disabled={!isComplete} onClick={send}>
        {t('macros.runIt')}
      </Button>
    </div>
  );
}
