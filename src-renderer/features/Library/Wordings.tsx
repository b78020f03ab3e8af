import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type CannedText, cannedLimits } from '#shared/domain/cannedResponse.ts';
import { Channel } from '#shared/domain/reply.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { knownVariables } from '#shared/domain/variables.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import shared from '../../ui/shared.module.css';
import styles from './Library.module.css';
import { type CannedFormState, toNextText } from './useCannedForm.ts';

interface Props {
  readonly state: CannedFormState;
}

/** The wordings of a canned response, each for a language and a channel, or for any. */
export function Wordings({ state }: Props) {
  const { t } = useTranslation();
  const { texts } = state.form;
  return (
    <section className={styles.wordings} aria-label={t('library.wordings')}>
      {texts.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: wordings have no identity but their place
        <Wording key={index} index={index} state={state} />
      ))}
      <div className={styles.more}>
        <Button
          size="small"
          tone="quiet"
          icon={<IconPlus aria-hidden="true" size={14} stroke={1.75} />}
          onClick={() => state.change({ texts: [...texts, toNextText(texts)] })}
        >
          {t('library.addWording')}
        </Button>
        <p className={styles.hint}>
          {t('library.variables', { names: knownVariables.map((name) => `{${name}}`).join(' ') })}
        </p>
      </div>
    </section>
  );
}

interface WordingProps extends Props {
  readonly index: number;
}

function Wording({ index, state }: WordingProps) {
  const { t } = useTranslation();
  const { texts } = state.form;
  const wording = texts[index];
  if (!wording) return null;
  const change = (part: Partial<CannedText>) => state.changeText(index, part);
  return (
    <div className={styles.wording} data-channel={wording.channel ?? undefined}>
      <div className={styles.wordingHead}>
        <LanguageSelect value={wording.language} onChange={(language) => change({ language })} />
        <ChannelSelect value={wording.channel} onChange={(channel) => change({ channel })} />
        {texts.length > 1 && (
          <IconButton
            label={t('library.removeWording')}
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => state.change({ texts: texts.filter((_, at) => at !== index) })}
          />
        )}
      </div>
      <textarea
        className={`${shared.writing} ${styles.field}`}
        data-takes-emoji
        dir="auto"
        rows={3}
        lang={wording.language ?? undefined}
        maxLength={cannedLimits.text}
        value={wording.text}
        aria-label={t('library.text')}
        placeholder={t('library.textExample')}
        onChange={(event) => change({ text: event.target.value })}
      />
    </div>
  );
}

/** The value of a choice that stands for any language or channel. */
const any = '';

interface SelectProps<T> {
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
}

function LanguageSelect({ value, onChange }: SelectProps<ReplyLanguage>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <span id={id} className={shared.spoken}>
        {t('library.language')}
      </span>
      <Select
        labelledBy={id}
        value={value ?? any}
        choices={[
          { value: any, label: t('library.anyLanguage') },
          ...ReplyLanguage.options.map((each) => ({ value: each, label: t(`library.languages.${each}`) })),
        ]}
        onChange={(next) => onChange(ReplyLanguage.safeParse(next).data ?? null)}
      />
    </>
  );
}

function ChannelSelect({ value, onChange }: SelectProps<Channel>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <span id={id} className={shared.spoken}>
        {t('library.channel')}
      </span>
      <Select
        labelledBy={id}
        value={value ?? any}
        choices={[
          { value: any, label: t('library.anyChannel') },
          ...Channel.options.map((each) => ({ value: each, label: t(`channel.${each}`) })),
        ]}
        onChange={(next) => onChange(Channel.safeParse(next).data ?? null)}
      />
    </>
  );
}
