import type { Moment } from './plan.ts';
import type { Year } from './playYear.ts';
import { outage } from './words.ts';

type CrisisMoment = Extract<
  Moment,
  { readonly what: 'startCrisis' | 'tellEverybody' | 'told' | 'endCrisis' }
>;

const statement = Object.entries(outage.statement).map(([language, text]) => ({
  language: language as keyof typeof outage.statement,
  text,
}));

/** What the team does in the crisis: starts it because of the spike, tells everybody the same, hands it back. */
export async function playCrisis(year: Year, moment: CrisisMoment): Promise<void> {
  const { shop, team, entries } = year;
  const { call } = shop;
  if (moment.what === 'told') {
    await shop.sent(moment.outboxId);
    entries.push({ what: 'reply', at: moment.at, matter: moment.matter, channel: 'public', agent: 'mia' });
    return;
  }
  await year.poll();
  await team.switchTo('mia');
  if (moment.what === 'startCrisis') {
    const [spike] = (await call('spikes.list', {})).items;
    if (!spike) throw new Error('The outage raised no spike.');
    await call('spikes.dismiss', { id: spike.id });
    const { id } = await call('crisis.start', { title: outage.title, statement });
    await call('crisis.setRole', { id, role: 'lead', agent: team.agentIds.mia });
    await call('crisis.setRole', { id, role: 'communications', agent: team.agentIds.jonas });
    await call('crisis.note', { id, kind: 'fact', text: outage.fact });
    await call('crisis.note', { id, kind: 'decision', text: outage.decision });
    return;
  }
  const id = (await call('crisis.get', {})).running?.id ?? '';
  if (moment.what === 'endCrisis') await call('crisis.end', { id, text: outage.handBack });
  else await tellEverybody(year, id);
}

/** Drafts the statement for all groups and sends the drafts; the outbox holds each until its own time. */
async function tellEverybody({ shop, conversationIds, moments }: Year, id: string): Promise<void> {
  const { call } = shop;
  const list = async () => (await call('crisis.groups', { id })).items.flatMap(({ members }) => members);
  await call('crisis.draft', {
    id,
    conversationIds: (await list()).map(({ conversationId }) => conversationId),
  });
  const replies = (await list()).flatMap(({ conversationId, seenThrough, draft }) =>
    draft === null ? [] : [{ conversationId, seenThrough, text: draft }],
  );
  const { queued } = await call('crisis.send', { id, replies });
  const matters = new Map([...conversationIds].map(([matter, conversation]) => [conversation, matter]));
  for (const { conversationId, outboxId, at } of queued)
    moments.push({ what: 'told', at, outboxId, matter: matters.get(conversationId) ?? -1 });
  moments.sort((a, b) => a.at - b.at);
}
