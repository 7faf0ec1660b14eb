import { Keyboard, Palette } from 'lucide-react';
import type { Section } from './section';

/** Every page of the settings, in the order of the rail; each is a chunk of its own. */
export const sections: readonly Section[] = [
  {
    id: 'appearance',
    group: 'device',
    title: 'settingsAppearance',
    icon: Palette,
    needsAccount: false,
    load: async () => ({ Page: (await import('./appearance/appearance-page')).AppearancePage }),
  },
  {
    id: 'keyboard',
    group: 'device',
    title: 'settingsKeyboard',
    icon: Keyboard,
    needsAccount: false,
    load: async () => ({ Page: (await import('./keyboard/keyboard-page')).KeyboardPage }),
  },
];
