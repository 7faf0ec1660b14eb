import type { Id } from '../model/ids';
import type { NotificationSettings } from '../model/notification-settings';
import type { StoppedChannel } from '../model/stopped-channel';
import { isQuiet } from './is-quiet';

/** Stops that were told, by channel: since when it did not work (ms). */
export type StopsTold = Readonly<Record<Id, number>>;

/**
 * Which stopped channels a device tells its account owner of now (CHN-4): each stop once, whatever they chose, for nothing else says that no mail
 * comes any more. In quiet hours it waits for their end; `over` are those told that work again. `told` is what to remember.
 */
export function stopsToTell(stopped: readonly StoppedChannel[], told: StopsTold, settings: NotificationSettings | undefined, now: number) {
  const tell = isQuiet(settings?.quiet ?? null, now) ? [] : stopped.filter(({ id, since }) => told[id] !== since);
  const known = stopped.filter((channel) => tell.includes(channel) || told[channel.id] === channel.since);
  return {
    tell,
    over: Object.keys(told).filter((id) => !stopped.some((channel) => channel.id === id)),
    told: Object.fromEntries(known.map(({ id, since }) => [id, since])) satisfies StopsTold,
  };
}
