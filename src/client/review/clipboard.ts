/** Puts a text on the clipboard; fails where the browser does not let the page. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    // Over plain HTTP there is no clipboard but that of a selection.
    if (!copySelected(text)) throw error;
  }
}

function copySelected(text: string): boolean {
  const back = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (back instanceof HTMLElement) back.focus();
  return isCopied;
}
