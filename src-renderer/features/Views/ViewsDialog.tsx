import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { type RefObject, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '#shared/domain/savedView.ts';
import { ViewName } from '#shared/domain/savedView.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { goToView, useListQuery } from '../../state/listQuery.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { Button } from '../../ui/Button.tsx';
import { useAsking } from '../../ui/Confirmation.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { useSavedViews } from '../../workspace/useOpenList.ts';
import styles from './Views.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The saved views, to be renamed, moved and deleted. */
export function ViewsDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  const views = useSavedViews();
  const body = useRef<HTMLDivElement>(null);
  return (
    <Dialog open={open} onClose={onClose} title={t('lists.savedViews')} width={460}>
      <div ref={body} className={styles.body} tabIndex={-1}>
        {views.length === 0 && <p className={styles.none}>{t('lists.noViews')}</p>}
        <ol className={styles.lines}>
          {views.map((view, index) => (
            <ViewLine key={view.id} view={view} index={index} count={views.length} body={body} />
          ))}
        </ol>
      </div>
    </Dialog>
  );
}

interface LineProps {
  readonly view: SavedView;
  readonly index: number;
  readonly count: number;
  readonly body: RefObject<HTMLDivElement | null>;
}

function ViewLine({ view: { id, name }, index, count, body }: LineProps) {
  const { t } = useTranslation();
  const update = useEngineCommand('views.update');
  const labelId = useId();
  const shown = { name: toShownName(name, 40) };
  const move = (step: number) => void update({ id, position: index + step });
  const rename = async (text: string) => (await update({ id, name: text.trim() })).ok;
  return (
    <li className={styles.line}>
      <span id={labelId} className={shared.spoken}>
        {t('lists.nameOf', shown)}
      </span>
      <div className={styles.name}>
        <AutoSaveField
          labelledBy={labelId}
          value={name}
          isValid={(text) => ViewName.safeParse(text).success}
          onSave={rename}
        />
      </div>
      <IconButton
        label={t('lists.moveUp', shown)}
        aria-disabled={index === 0}
        icon={<IconArrowUp size={16} stroke={1.75} />}
        onClick={() => index > 0 && move(-1)}
      />
      <IconButton
        label={t('lists.moveDown', shown)}
        aria-disabled={index === count - 1}
        icon={<IconArrowDown size={16} stroke={1.75} />}
        onClick={() => index < count - 1 && move(1)}
      />
      <Deletion id={id} name={shown.name} body={body} />
    </li>
  );
}

/** Deletes a view after a second press. Cancel has the focus then, so that a key held down deletes nothing. */
function Deletion({
  id,
  name,
  body,
}: { readonly id: string; readonly name: string } & Pick<LineProps, 'body'>) {
  const { t } = useTranslation();
  const remove = useEngineCommand('views.delete');
  const asking = useAsking();
  const deleteIt = async () => {
    const { saved } = useListQuery.getState();
    if ((await remove({ id })).ok && saved?.id === id) goToView(saved.view);
    body.current?.focus();
  };
  if (!asking.isAsked) {
    return (
      <IconButton
        ref={asking.trigger}
        label={t('lists.delete', { name })}
        icon={<IconTrash size={16} stroke={1.75} />}
        onClick={asking.ask}
      />
    );
  }
  return (
    <>
      <Button ref={asking.cancel} size="small" tone="quiet" onClick={asking.giveUp}>
        {t('frame.cancel')}
      </Button>
      <Button size="small" tone="danger" onClick={deleteIt}>
        {t('lists.deleteYes')}
      </Button>
    </>
  );
}
