/** Whether a key goes into text: keys rest while one types. */
export function typingTarget(target: EventTarget | null): boolean {
  const element = target instanceof Element ? target : null;
  return element?.closest('input, textarea, select, [contenteditable="true"], [role="menu"], dialog') != null;
}
