import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Incident } from '#shared/domain/incident.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useSaid } from '../../state/said.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { Confirmation, useAsking } from '../../ui/Confirmation.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { NameAndHandle } from '../../ui/NameAndHandle.tsx';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './Crisis.module.css';

type Group = EngineOutput<'crisis.groups'>['items'][number];

interface Props {
  readonly incident: Incident;
  readonly group: Group;
}

/** People who wrote nearly the same: what, who, and the replies drafted for them. */
export function GroupLine({ incident, group }: Props) {
  const { t } = useTranslation();
  const { isBusy, draft, send } = useGroup(incident, group);
  const asking = useAsking();
  const drafted = group.members.filter((member) => member.draft !== null).length;
  const open = group.members.length - drafted;
  return (
    <li className={styles.entry}>
      <What group={group} />
      {asking.isAsked ? (
        <Confirmation
          asking={asking}
          question={t('crisis.groups.sendQuestion')}
          yes={t('crisis.groups.sendYes')}
          className={styles.confirmation}
          onYes={() => {
            asking.giveUp();
            void send();
          }}
        />
      ) : (
        <div className={styles.buttons}>
          <Button
            disabled={isBusy || open === 0 || incident.statement.length === 0}
            onClick={() => void draft()}
          >
            {t('crisis.groups.draft', { count: open })}
          </Button>
          <Button ref={asking.trigger} disabled={isBusy || drafted === 0} onClick={asking.ask}>
            {t('crisis.groups.send', { count: drafted })}
          </Button>
        </div>
      )}
    </li>
  );
}

/** How many wrote what, and who they are. */
function What({ group }: Pick<Props, 'group'>) {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.hint}>{t('crisis.groups.size', { count: group.members.length })}</span>
      <span className={styles.text}>
        <Bidi text={group.text} lang={null} />
      </span>
      <Disclosure label={t('crisis.groups.show')}>
        <Members group={group} />
      </Disclosure>
    </>
  );
}

/** Each person with the draft for them, as it would be sent. */
function Members({ group }: Pick<Props, 'group'>) {
  const { t } = useTranslation();
  return (
    <ul className={styles.log}>
      {group.members.map(({ conversationId, name, handle, draft }) => (
        <li key={conversationId} className={styles.entry}>
          <NameAndHandle name={name} handle={handle} cap={20} />
          {draft === null ? (
            <span className={styles.hint}>{t('crisis.groups.noDraft')}</span>
          ) : (
            <span className={styles.text}>
              <Bidi text={draft} lang={null} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What drafts replies for a group, and what sends the drafts as they are shown; both say how many were left. */
function useGroup({ id }: Incident, { members }: Group) {
  const { t } = useTranslation();
  const draftReplies = useEngineCommand('crisis.draft');
  const sendReplies = useEngineCommand('crisis.send');
  const { isBusy, run } = useBusy();
  const say = (...words: readonly (string | false)[]) =>
    useSaid.getState().say(words.filter((one) => one !== false).join(' · '));
  const draft = async () => {
    const conversationIds = members.flatMap((one) => (one.draft === null ? [one.conversationId] : []));
    const done = await run(() => draftReplies({ id, conversationIds }));
    if (!done?.ok) return;
    const { drafted, left } = done.value;
    say(
      t('crisis.groups.drafted', { count: drafted.length }),
      left.length > 0 && t('crisis.groups.leftDrafts', { count: left.length }),
    );
  };
  const send = async () => {
    const replies = members.flatMap(({ conversationId, draft: text, seenThrough }) =>
      text === null ? [] : [{ conversationId, text, seenThrough }],
    );
    const done = await run(() => sendReplies({ id, replies }));
    if (!done?.ok) return;
    const { queued, left } = done.value;
    say(
      t('crisis.groups.queued', { count: queued.length }),
      left.length > 0 && t('crisis.groups.leftSends', { count: left.length }),
    );
  };
  return { isBusy, draft, send };
}
