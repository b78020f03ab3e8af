/** Inserts a text at the cursor of a field, in place of a selection, and puts the focus behind it. The field's own undo takes it back. */
export function insertText(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.focus();
  // Deprecated, but nothing else keeps the undo history of a field. It fails where nothing can be typed.
  if (document.execCommand?.('insertText', false, text)) return;
  const { length } = field.value;
  field.setRangeText(text, field.selectionStart ?? length, field.selectionEnd ?? length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
