import type { TFunction } from 'i18next';
import type { ShortcutId } from '#shared/domain/shortcuts.ts';
import type { CommandGroup } from './registry.ts';

/** How a command with a shortcut is called, and under which heading it is listed. */
export interface CommandWords {
  readonly label: string;
  readonly group: CommandGroup;
}

/** The words of every command with a shortcut, also of those that cannot be run at the moment. */
export function toCommandWords(t: TFunction): Readonly<Record<ShortcutId, CommandWords>> {
  return {
    ...toConversationWords(t),
    ...toWritingWords(t),
    ...toListWords(t),
    ...toGoWords(t),
    ...toAppWords(t),
  };
}

/** The heading of a group in the help and the palette. */
export function toGroupHeading(group: CommandGroup, t: TFunction): string {
  if (group === 'listening' || group === 'library' || group === 'capture') return t(`${group}.title`);
  return t(`commands.group.${group}`);
}

function of<Id extends ShortcutId>(group: CommandGroup, labels: Readonly<Record<Id, string>>) {
  return Object.fromEntries(
    Object.entries<string>(labels).map(([id, label]) => [id, { label, group }]),
  ) as Record<Id, CommandWords>;
}

function toConversationWords(t: TFunction) {
  return of('conversation', {
    'conversation.resolve': t('conversation.resolve'),
    'conversation.snooze': t('conversation.snooze'),
    'conversation.assignToMe': t('conversation.takeIt'),
    'conversation.tag': t('tags.choose'),
    'conversation.pending': t('menu.setPending'),
    'macro.run': t('macros.runNumbered'),
    'message.copyLink': t('menu.copyPostLink'),
    'message.openOnX': t('message.openOnX'),
    'conversation.markRead': t('bulk.commands.markRead'),
    'conversation.markUnread': t('bulk.commands.markUnread'),
    'conversation.print': t('print.print'),
    'conversation.export': t('review.export'),
    'person.toggle': t('commands.togglePerson'),
    'person.vip': t('person.toggleVip'),
    'find.open': t('find.open'),
    'find.older': t('find.older'),
    'find.newer': t('find.newer'),
  });
}

function toWritingWords(t: TFunction) {
  return of('write', {
    'reply.write': t('composer.write'),
    'reply.public': t('composer.writePublic'),
    'reply.dm': t('composer.writeDm'),
    'note.write': t('notes.write'),
    'survey.ask': t('surveys.ask'),
    'survey.correct': t('surveys.scoring.correct'),
    'handover.write': t('handover.write'),
    'reply.send': t('composer.send'),
    'reply.sendAndResolve': t('composer.sendAndResolve'),
    'reply.sendAndNext': t('composer.sendAndNext'),
    'reply.overrule': t('guards.overrule'),
    'reply.sendPrivately': t('guards.sendPrivately'),
    'approval.ask': t('approval.ask'),
    'approval.approve': t('approval.approve'),
    'approval.edit': t('approval.edit'),
    'approval.return': t('approval.return'),
    'reply.insertSpace': t('composer.insertSpace'),
    'reply.attach': t('attaching.attach'),
    'reply.canned': t('library.insertCanned'),
    'reply.suggested': t('suggestions.takeBest'),
    'reply.suggestions': t('suggestions.all'),
    'reply.statement': t('crisis.insert'),
    'emoji.open': t('emoji.insert'),
    'undo.send': t('composer.undoSend'),
  });
}

function toListWords(t: TFunction) {
  return {
    ...of('list', {
      'list.next': t('commands.next'),
      'list.previous': t('commands.previous'),
      'list.open': t('commands.open'),
      'list.focus': t('commands.backToList'),
      'list.showNew': t('commands.showNew'),
      'list.filter': t('commands.filter'),
      'list.removeFilter': t('commands.removeFilter'),
      'list.nextUnread': t('bulk.commands.nextUnread'),
      'list.pick': t('bulk.commands.pick'),
      'list.pickNext': t('bulk.commands.pickNext'),
      'list.pickPrevious': t('bulk.commands.pickPrevious'),
      'list.pickAll': t('bulk.commands.pickAll'),
      'list.unpick': t('bulk.clear'),
      'search.focus': t('commands.search'),
    }),
    ...of('listening', {
      'search.new': t('commands.newSearch'),
      'hit.take': t('commands.takeHit'),
      'hit.hide': t('listening.hide'),
      'hit.block': t('listening.block'),
      'hit.openOnX': t('message.openOnX'),
    }),
    ...of('library', { 'library.new': t('library.new'), 'library.proposals': t('proposals.title') }),
    ...of('capture', { 'capture.backfill': t('capture.backfill') }),
  };
}

function toGoWords(t: TFunction) {
  const to = (place: string) => t('commands.goTo', { place });
  return of('go', {
    'view.queue': to(t('views.queue')),
    'view.mine': to(t('views.mine')),
    'view.toApprove': to(t('views.toApprove')),
    'view.drafts': to(t('views.drafts')),
    'view.open': to(t('views.open')),
    'view.pending': to(t('views.pending')),
    'view.snoozed': to(t('views.snoozed')),
    'view.resolved': to(t('views.resolved')),
    'view.all': to(t('views.all')),
    'view.saved': t('lists.goToSaved'),
    'screen.outbox': to(t('outbox.title')),
    'screen.listening': to(t('listening.title')),
    'screen.library': to(t('library.title')),
    'screen.costs': to(t('costs.title')),
    'screen.handovers': to(t('handovers.title')),
    'screen.reports': to(t('reports.title')),
    'screen.capture': to(t('capture.title')),
  });
}

function toAppWords(t: TFunction) {
  return of('app', {
    'undo.last': t('commands.undo'),
    'capture.pollNow': t('commands.pollNow'),
    'crisis.open': t('crisis.command'),
    'palette.open': t('commands.palette'),
    'help.open': t('commands.help'),
    'settings.open': t('commands.settings'),
    'rail.toggle': t('commands.foldRail'),
  });
}
