import { type Command, commands } from './commands';

/** The keys a device has of its own: command to key; empty where it was given none. What is not here has its usual keys. */
export type KeyChoices = Readonly<Record<string, string>>;

/** What was kept, as far as it still is of use. */
export function keyChoicesOf(value: unknown): KeyChoices {
  if (typeof value !== 'object' || value === null) return {};
  const known = new Set(commands.map(({ id }) => id));
  return Object.fromEntries(Object.entries(value).filter(([id, key]) => known.has(id) && typeof key === 'string'));
}

/** Letters mean the same with and without Shift and Caps Lock. */
const normal = (key: string) => (key.length === 1 ? key.toLowerCase() : key);

/** The keys a command has here. */
export function keysOf({ id, usual }: Command, choices: KeyChoices): readonly string[] {
  const own = choices[id];
  return own === undefined ? usual : own === '' ? [] : [own];
}

export const commandOfKey = (key: string, choices: KeyChoices): Command | undefined =>
  commands.find((command) => keysOf(command, choices).includes(normal(key)));

/**
 * What a pressed key stands for, in usual keys: everything that handles keys knows those alone. `undefined`: it was a command's and is no
 * longer. A key that is nobody's stays what it is.
 */
export function usualKeyOf(pressed: string, choices: KeyChoices): string | undefined {
  const command = commandOfKey(pressed, choices);
  if (command) return command.usual[0];
  return commands.some(({ usual }) => usual.includes(normal(pressed))) ? undefined : pressed;
}

/** Why a key cannot be given to a command. */
export type KeyProblem = 'with-modifier' | 'moves-about';

const movesAbout = /^(?:Enter|Escape|Tab| |Arrow\w+|Home|End|PageUp|PageDown|F\d+|ContextMenu)$/;

/** A key somebody pressed for a command: the key, or why not. `undefined` for a modifier alone, a key still on its way. */
export function pressedKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): { key: string } | { problem: KeyProblem } | undefined {
  const { key } = event;
  if (/^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified|Fn)$/.test(key)) return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey) return { problem: 'with-modifier' };
  return movesAbout.test(key) ? { problem: 'moves-about' } : { key: normal(key) };
}

/** The choices once a command has this key, and whoever had it has none; its usual key is no choice. */
export function withKey(choices: KeyChoices, command: Command, key: string): KeyChoices {
  const before = commandOfKey(key, choices);
  const next = { ...choices, ...(before && before !== command && { [before.id]: '' }), [command.id]: key };
  if (command.usual[0] === key) delete next[command.id];
  return next;
}

/** Back to its usual keys; a command that has one of them here has none then, or its own usual ones. */
export function withUsualKey(choices: KeyChoices, command: Command): KeyChoices {
  const { [command.id]: _, ...rest } = choices;
  const taker = commands.find((other) => other !== command && keysOf(other, rest).some((key) => command.usual.includes(key)));
  return taker ? { ...rest, [taker.id]: '' } : rest;
}
