const controls = 'button, a, summary, [role="separator"], [role="button"]';

/** True where Enter already has a meaning: on a button, a link, a bar between panes. */
export function isOnControl(): boolean {
  return document.activeElement?.matches(controls) ?? false;
}
