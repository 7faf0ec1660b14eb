import type { Id } from '../../domain/model/ids';
import type { ListPlace } from '../conversation-list/use-list';
import { placeOf } from './kept-place';

/** Where the side panel of one window shall go: written by who opens it, taken away by the panel when it is there. */
export interface Landing {
  place: ListPlace;
  openId: Id;
  windowId: number;
}

export const landingKey = (connectionId: string) => `landing:${connectionId}`;

/** What was written, if it can still be read; checked by hand, the first paint does without a schema. */
export function landingOf(value: unknown): Landing | undefined {
  if (typeof value !== 'object' || value === null || !('place' in value && 'openId' in value && 'windowId' in value)) return undefined;
  const place = placeOf(value.place);
  return place && typeof value.openId === 'string' && typeof value.windowId === 'number'
    ? { place, openId: value.openId as Id, windowId: value.windowId }
    : undefined;
}
