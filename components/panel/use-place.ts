import { useCallback, useEffect, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import type { Inbox } from '../../domain/model/inbox';
import { viewNames } from '../../domain/view/views-of';
import type { ListPlace } from '../conversation-list/use-list';
import { device } from './device';

/** What was kept, if it still is a place; checked by hand, the first paint does without a schema. */
export function placeOf(value: unknown): ListPlace | null {
  if (typeof value !== 'object' || value === null || !('inboxId' in value && 'view' in value && 'order' in value)) return null;
  const view = viewNames.find((name) => name === value.view);
  const order = (['newest', 'oldest'] as const).find((name) => name === value.order);
  return typeof value.inboxId === 'string' && view && order ? { inboxId: value.inboxId as Id, view, order } : null;
}

export interface KeptPlace {
  /** `null`: nothing is kept, or nothing that can be read; `undefined` until read. */
  kept: ListPlace | null | undefined;
  keep(place: ListPlace): void;
}

/** Where one was in this connection, kept on the device. Asked for before the rows are here, so that neither waits for the other. */
export function useKeptPlace(connectionId: string): KeptPlace {
  const key = `place:${connectionId}`;
  const [kept, setKept] = useState<ListPlace | null>();
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
  const first = inboxes[0];
  const known = kept && inboxes.some((inbox) => inbox.id === kept.inboxId) ? kept : undefined;
  const current = kept === undefined ? undefined : (known ?? (first && { inboxId: first.id, view: 'open' as const, order: 'newest' as const }));
  const change = useCallback(
    (to: Partial<ListPlace>) => {
      if (current) keep({ ...current, ...to });
    },
    [current, keep],
  );
  return [current, change];
}
