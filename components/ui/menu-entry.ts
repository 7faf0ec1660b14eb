import type { LucideIcon } from 'lucide-react';

/** One line of a menu. An entry with a `reason` stays in place, cannot be chosen, and says why. */
export type MenuEntry =
  | {
      kind: 'item';
      id: string;
      label: string;
      icon?: LucideIcon | undefined;
      /** A figure or one word at the right, already written the language's way. */
      count?: string | undefined;
      /** Its usual key; the cap shows the one this device has. */
      usualKey?: string | undefined;
      /** Set where the menu is a choice: the ticked one is `true`. */
      checked?: boolean | undefined;
      danger?: boolean | undefined;
      reason?: string | undefined;
      onSelect(): void;
    }
  | { kind: 'separator'; id: string }
  | { kind: 'heading'; id: string; label: string };
