import type { EngineContext } from '../../context/context.ts';
import { toLocateFacts } from '../../guards/personalData.ts';
import { listAgents } from '../../store/agents.ts';
import { isCommonTerm } from '../../store/findExchanges.ts';
import type { ReplySource } from '../../store/replySources.ts';
import { getSettings } from '../../store/settings.ts';
import { listWantedTexts } from '../../store/wantedTexts.ts';
import { adaptReply } from './adaptReply.ts';
import { toTerm } from './toWords.ts';

/** Returns a function that adapts stored replies by what the workspace knows. */
export function createAdapter({
  db,
  account,
}: Pick<EngineContext, 'db' | 'account'>): (source: ReplySource) => string {
  const agents = listAgents(db).map(({ name }) => name);
  const own = account()?.handle ?? '';
  const facts = toLocateFacts(getSettings(db));
  return (source) =>
    adaptReply(source, {
      ...{ agents, own, facts },
      asked: listWantedTexts(db, source.conversationId),
      isCommon: (word) => isCommonTerm(db, toTerm(word), source.conversationId),
    });
}
