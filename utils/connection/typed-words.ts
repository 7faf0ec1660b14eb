import * as z from 'zod/mini';
import { isWritten } from '../../domain/draft/is-written';
import { DraftContent } from '../../domain/model/draft';
import { Id } from '../../domain/model/ids';
import type { DeviceDatabase } from './device-database';
import { conversationOfTyped, typedWordsKey } from './typed-place';

type Device = Pick<DeviceDatabase, 'settings'>;

/** The words as they were typed last, before they became a save of the draft. */
export const TypedWords = z.object({ draftId: Id, basedOn: z.int().check(z.nonnegative()), content: DraftContent });
export type TypedWords = z.infer<typeof TypedWords>;

const rowsOf = (device: Device, connectionId: string) => device.settings.where('key').startsWith(typedWordsKey(`${connectionId}:`));

/** What of an account is typed and not saved yet; an editor that was emptied holds nothing to lose. */
export async function typedWordsOf(device: Device, connectionId: string): Promise<(TypedWords & { key: string; conversationId: Id })[]> {
  const rows = await rowsOf(device, connectionId).toArray();
  return rows.flatMap(({ key, value }) => {
    const typed = TypedWords.safeParse(value).data;
    const conversationId = Id.safeParse(conversationOfTyped(key)).data;
    if (!typed || conversationId === undefined || !isWritten(typed.content)) return [];
    return [{ ...typed, key, conversationId }];
  });
}

/** Forgets all of an account's: they are about its customers (E33). */
export const forgetTypedWords = (device: Device, connectionId: string): Promise<number> => rowsOf(device, connectionId).delete();
