import { insertText } from '../ui/insertText.ts';
import { isText } from './keyPlaces.ts';

/**
 * Presses a key again on what has the focus now. `onEvent` is called with the new event before anything sees it. What a browser does
 * by itself only for keys of the system is done here: typing, deleting, pressing buttons.
 */
export function pressAgain(before: KeyboardEvent, onEvent: (event: KeyboardEvent) => void): void {
  const { key, code, location, ctrlKey, metaKey, altKey, shiftKey, repeat } = before;
  const event = new KeyboardEvent('keydown', {
    ...{ key, code, location, ctrlKey, metaKey, altKey, shiftKey, repeat },
    modifierAltGraph: before.getModifierState('AltGraph'),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  // Whether keys come quickly, or make a sequence, goes by when they were pressed.
  Object.defineProperty(event, 'timeStamp', { value: before.timeStamp });
  onEvent(event);
  const target = document.activeElement ?? document.body;
  if (target.dispatchEvent(event)) actAsBrowser(target, event);
}

function actAsBrowser(target: Element, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  if (isField) actOnField(target, key);
  else if ((key === 'Enter' || key === ' ') && target instanceof HTMLElement && isControl(target))
    target.click();
}

function actOnField(field: HTMLTextAreaElement | HTMLInputElement, key: string): void {
  if (isText(key)) insertText(field, key);
  else if (key === 'Backspace') document.execCommand?.('delete');
  else if (key !== 'Enter') return;
  else if (field instanceof HTMLTextAreaElement) insertText(field, '\n');
  else field.form?.requestSubmit();
}

const isControl = (element: HTMLElement) => element.matches('button, a');
