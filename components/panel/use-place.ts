import { useCallback, useEffect, useState } from 'react';
import type { Inbox } from '../../domain/model/inbox';
import type { ListPlace } from '../conversation-list/use-list';
import { ahead } from '../opening/ahead';
import { device } from './device';
import { placeAmong, placeKey, placeOf } from './kept-place';

export interface KeptPlace {
  /** `null`: nothing is kept, or nothing that can be read; `undefined` until read. */
  kept: ListPlace | null | undefined;
  keep(place: ListPlace): void;
}

/** Where one was in this connection, kept on the device. Asked for before the rows are here, so that neither waits for the other. */
export function useKeptPlace(connectionId: string): KeptPlace {
  const key = placeKey(connectionId);
  const [kept, setKept] = useState<ListPlace | null | undefined>(() => {
    const read = ahead();
    return read?.connection.id === connectionId ? read.kept : undefined;
  });
  useEffect(() => {
    let gone = false;
    void device.settings.get(key).then((row) => {
      if (!gone) setKept(placeOf(row?.value));
    });
    return () => {
      gone = true;
    };
  }, [key]);
  const keep = useCallback(
    (place: ListPlace) => {
      setKept(place);
      void device.settings.put({ key, value: place });
    },
    [key],
  );
  return { kept, keep };
}

/** The inbox, view and order one is in: those of last time while that inbox is still one's own. `undefined` while there is none to be in. */
export function usePlace({ kept, keep }: KeptPlace, inboxes: readonly Inbox[]): [ListPlace | undefined, (change: Partial<ListPlace>) => void] {
  const current = kept === undefined ? undefined : placeAmong(inboxes, kept);
  const change = useCallback(
    (to: Partial<ListPlace>) => {
      if (current) keep({ ...current, ...to });
    },
    [current, keep],
  );
  return [current, change];
}
