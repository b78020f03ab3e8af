import { IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TAG_NAME, type Tag, TagColour, TagName } from '#shared/domain/tag.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { Confirmation, useAsking } from '../../ui/Confirmation.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { TagDot } from '../../ui/TagChip.tsx';
import { focusNeighbour } from './focusNeighbour.ts';
import styles from './TagSettings.module.css';

/** One tag: its colour, its name, how many conversations carry it, and the button to delete it. */
export function TagLine({ tag }: { readonly tag: Tag }) {
  const { t } = useTranslation();
  const rule = useEngineQuery('surveys.settings', {}).data?.rule;
  const endsRule = rule?.on && rule.tagIds.length === 1 && rule.tagIds[0] === tag.id;
  const remove = useEngineCommand('tags.delete');
  const asking = useAsking();
  const name = toShownName(tag.name, 60);
  return (
    <li className={styles.line} aria-label={name}>
      {asking.isAsked ? (
        <Confirmation
          asking={asking}
          question={[
            t('tags.deleteSure', { count: tag.conversations, name: toShownName(tag.name, 30) }),
            ...(endsRule ? [t('tags.deleteEndsRule')] : []),
          ].join(' ')}
          yes={t('tags.deleteYes')}
          className={styles.confirmation}
          onYes={(event) => {
            focusNeighbour(event.currentTarget.closest('li'));
            void remove({ id: tag.id });
          }}
        />
      ) : (
        <>
          <TagFields tag={tag} />
          <span className={styles.count} data-figures>
            {t('tags.conversations', { count: tag.conversations })}
          </span>
          <IconButton
            ref={asking.trigger}
            label={t('tags.delete', { name })}
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={asking.ask}
          />
        </>
      )}
    </li>
  );
}

function TagFields({ tag }: { readonly tag: Tag }) {
  const { t } = useTranslation();
  const id = useId();
  const update = useEngineCommand('tags.update', { quiet: true });
  // A name that another tag has is said where the window says what failed; the field shows the old one again.
  const save = async (change: { readonly name?: string; readonly colour?: TagColour }) => {
    const saved = await update({ id: tag.id, ...change });
    if (!saved.ok) useUi.getState().notify(saved.error);
    return saved.ok;
  };
  return (
    <>
      <span id={`${id}-colour`} className={shared.spoken}>
        {t('tags.colour')}
      </span>
      <span id={`${id}-name`} className={shared.spoken}>
        {t('tags.name')}
      </span>
      <TagDot colour={tag.colour} />
      <AutoSaveField
        labelledBy={`${id}-name`}
        value={tag.name}
        advice={t('tags.nameAdvice', { limit: MAX_TAG_NAME })}
        isValid={(text) => TagName.safeParse(text).success}
        onSave={(name) => save({ name })}
      />
      <Select
        labelledBy={`${id}-colour`}
        value={tag.colour}
        choices={TagColour.options.map((value) => ({ value, label: t(`tags.colours.${value}`) }))}
        onChange={(colour) => void save({ colour })}
      />
    </>
  );
}
