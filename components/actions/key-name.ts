/** Whether keys are printed as on a Mac. */
export const onMac = (): boolean => /^Mac|^iP/.test(navigator.platform);

const names: Record<string, string> = { Delete: 'Del', Escape: 'Esc', Insert: 'Ins', 'Mod+Enter': 'Ctrl ⏎', 'Mod+a': 'Ctrl A' };
const macNames: Record<string, string> = { Delete: '⌦', Backspace: '⌫', Escape: 'Esc', 'Mod+Enter': '⌘ ⏎', 'Mod+a': '⌘ A' };

/** A key as it is printed. `Mod` is what a shortcut is held with: Ctrl, on a Mac ⌘. */
export const keyName = (key: string, mac: boolean): string => (mac ? macNames : names)[key] ?? (key.length === 1 ? key.toUpperCase() : key);
