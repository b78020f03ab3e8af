import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyRule } from '#shared/domain/surveyRule.ts';
import { TagChoices } from '../../tagging/TagChoices.tsx';
import { type ChosenTags, useChosenTags } from '../../tagging/useChosenTags.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { useTagsWith } from '../../workspace/useTags.ts';
import { Entries } from './EntryList.tsx';

interface Props {
  readonly rule: SurveyRule;
  readonly save: (change: Partial<SurveyRule>) => Promise<boolean>;
}

/** With which tags a conversation leads to a survey by the rule: a button that opens the list of all, and those that are chosen. */
export function RuleTags({ rule, save }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const label = t('surveySettings.rule.tags');
  const remove = async (removed: string) => {
    if (await save({ tagIds: rule.tagIds.filter((id) => id !== removed) })) button.current?.focus();
  };
  return (
    <>
      <SettingsLine label={label} hint={t('surveySettings.rule.hints.tags')}>
        {(id) => (
          <Button ref={button} aria-describedby={id} onClick={() => setOpen(true)}>
            {t('surveySettings.rule.chooseTags')}
          </Button>
        )}
      </SettingsLine>
      <Entries
        label={label}
        entries={useTagsWith(rule.tagIds).map(({ id, name }) => ({ key: id, shown: toShownName(name, 60) }))}
        onRemove={remove}
      />
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={label}
        bare
        width={400}
        initialFocus={input}
      >
        <Choices label={label} input={input} rule={rule} save={save} />
      </Dialog>
    </>
  );
}

type ChoicesProps = Props & Omit<Parameters<typeof TagChoices>[0], 'chosen'>;

function Choices({ rule, save, ...shown }: ChoicesProps) {
  return <TagChoices {...shown} chosen={useTagsOfRule({ rule, save })} />;
}

/** The tags of the rule. They are saved one after the other, so that none takes back the one before. */
function useTagsOfRule({ rule: { tagIds }, save }: Props): ChosenTags {
  const saved = useRef(tagIds);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  useLayoutEffect(() => {
    saved.current = tagIds;
  }, [tagIds]);
  const put = async (tag: string, isOn: boolean) => {
    const others = saved.current.filter((id) => id !== tag);
    const next = isOn ? [...others, tag] : others;
    if (!(await save({ tagIds: next }))) return false;
    saved.current = next;
    return true;
  };
  return useChosenTags({
    isPending: false,
    isOn: (tag) => tagIds.includes(tag),
    put: ({ id }, isOn) => {
      const done = last.current.then(() => put(id, isOn));
      last.current = done;
      return done;
    },
  });
}
