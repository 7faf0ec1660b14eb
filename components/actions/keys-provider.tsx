import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { device } from '../panel/device';
import { commandOfKey, type KeyChoices, keyChoicesOf, keysOf, usualKeyOf } from './key-choices';
import { keyName, onMac } from './key-name';

const kept = 'keys';

interface Keys {
  choices: KeyChoices;
  /** The usual key that a pressed one stands for; `undefined` when it means nothing any more. */
  usualOf(pressed: string): string | undefined;
  /** As it is printed: the key that does here what this one usually does; `undefined` when none does. */
  cap(usual: string): string | undefined;
  /** The same for `aria-keyshortcuts`. */
  aria(usual: string): string | undefined;
}

function keysWith(choices: KeyChoices): Keys {
  const mac = onMac();
  const here = (usual: string) => {
    const command = commandOfKey(usual, {});
    return command ? keysOf(command, choices)[0] : usual;
  };
  return {
    choices,
    usualOf: (pressed) => usualKeyOf(pressed, choices),
    cap: (usual) => {
      const key = here(usual);
      return key === undefined ? undefined : keyName(key, mac);
    },
    aria: (usual) =>
      here(usual)
        ?.replace('Mod', mac ? 'Meta' : 'Control')
        .replace(/^.$/, (letter) => letter.toUpperCase()),
  };
}

const KeysContext = createContext<Keys>(keysWith({}));

/** The keys of this device, live in every page: what is pressed, printed on caps, named in tooltips and on the key sheet all comes from here. */
export const useKeys = (): Keys => useContext(KeysContext);

export function KeysProvider({ children }: { children: ReactNode }) {
  const row = useLiveQuery(() => device.settings.get(kept));
  const keys = useMemo(() => keysWith(keyChoicesOf(row?.value)), [row]);
  return <KeysContext value={keys}>{children}</KeysContext>;
}

/** Keeps a device's keys; without any of its own they are the usual ones. */
export const keepKeyChoices = (choices: KeyChoices): Promise<unknown> =>
  Object.keys(choices).length === 0 ? device.settings.delete(kept) : device.settings.put({ key: kept, value: choices });
