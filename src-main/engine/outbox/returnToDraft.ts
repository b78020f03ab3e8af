import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';
import type { EngineContext } from '../context/context.ts';
import { listDrafts, type NewDraft, saveDraft } from '../store/drafts.ts';

/** What becomes a draft again, as its agent wrote it. Whom the draft leaves out stays where `excludeMentions` is absent. */
type Returned = NewDraft & Required<Pick<NewDraft, 'attachments' | 'uses'>>;

/** Makes a reply the draft of its channel again, before what has been written there since. Call it in a transaction. */
export function returnToDraft({ db, clock }: Pick<EngineContext, 'db' | 'clock'>, reply: Returned): void {
  const { conversationId, channel, attachments = [], uses = [] } = reply;
  const current = listDrafts(db, conversationId).find((draft) => draft.channel === channel);
  const returned = new Set(attachments.map(({ id }) => id));
  const others = current?.attachments.filter(({ id }) => !returned.has(id)) ?? [];
  const text = mergeDrafts(reply.text, current?.text ?? '');
  const more = { attachments: [...attachments, ...others], uses: [...uses, ...(current?.uses ?? [])] };
  saveDraft(db, { ...reply, text, ...more }, clock.now());
}
