import { useTranslation } from 'react-i18next';
import type { MacroSteps } from '#shared/domain/macro.ts';
import { Channel } from '#shared/domain/reply.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { CannedChoice } from '../../steps/CannedChoice.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { LabelledArea } from '../../ui/TextField.tsx';

/** A step of a macro that is being written. */
export interface StepProps {
  readonly steps: MacroSteps;
  readonly onChange: (changed: Partial<MacroSteps>) => void;
}

/** What the macro replies, and where. */
export function ReplyStep({ steps, onChange }: StepProps) {
  const { t } = useTranslation();
  const { reply, channel } = steps;
  const canned = useEngineQuery('library.list', {}).data?.items ?? [];
  const kind = reply === null ? 'none' : 'text' in reply ? 'text' : 'canned';
  const kinds = (['none', 'text', 'canned'] as const).filter((one) => one !== 'canned' || canned.length > 0);
  const choose = (next: 'none' | 'text' | 'canned') => {
    if (next === 'none') onChange({ reply: null });
    else onChange({ reply: next === 'text' ? { text: '' } : { canned: canned[0]?.id ?? '' } });
  };
  return (
    <>
      <SettingsLine label={t('macros.reply')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={kind}
            choices={kinds.map((value) => ({ value, label: t(`macros.replies.${value}`) }))}
            onChange={choose}
          />
        )}
      </SettingsLine>
      {reply !== null && 'text' in reply && (
        <LabelledArea
          label={t('macros.text')}
          hint={t('macros.textHint')}
          rows={3}
          value={reply.text}
          onChange={(text) => onChange({ reply: { text } })}
        />
      )}
      {reply !== null && 'canned' in reply && (
        <CannedReply chosen={reply.canned} canned={canned} onChange={onChange} />
      )}
      {reply !== null && <ChannelChoice channel={channel} onChange={onChange} />}
    </>
  );
}

interface CannedProps extends Pick<StepProps, 'onChange'> {
  readonly chosen: string;
  readonly canned: readonly { readonly id: string; readonly title: string }[];
}

function CannedReply({ chosen, canned, onChange }: CannedProps) {
  const { t } = useTranslation();
  const label = t('macros.canned');
  return (
    <SettingsLine label={label}>
      {(id) => (
        <CannedChoice
          labelledBy={id}
          label={label}
          canned={canned}
          chosen={chosen}
          onChange={(next) => next !== null && onChange({ reply: { canned: next } })}
        />
      )}
    </SettingsLine>
  );
}

function ChannelChoice({
  channel,
  onChange,
}: Pick<StepProps, 'onChange'> & Pick<StepProps['steps'], 'channel'>) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('macros.channel')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={channel ?? 'auto'}
          choices={[
            { value: 'auto', label: t('macros.channelAuto') },
            ...Channel.options.map((value) => ({ value, label: t(`channel.${value}`) })),
          ]}
          onChange={(value) => onChange({ channel: value === 'auto' ? null : value })}
        />
      )}
    </SettingsLine>
  );
}
