/** Moves the focus to the line after this one, else to the one before, else to what encloses the list: the dialog stays usable. */
export function focusNeighbour(line: HTMLElement | null): void {
  const neighbour = line?.nextElementSibling ?? line?.previousElementSibling;
  const next = neighbour?.querySelector<HTMLElement>('button:last-of-type');
  (next ?? line?.closest<HTMLElement>('[tabindex="-1"]'))?.focus();
}
