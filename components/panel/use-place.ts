import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { Id } from '../../domain/model/ids';
import type { Inbox } from '../../domain/model/inbox';
import { viewNames } from '../../domain/view/views-of';
import type { ListPlace } from '../conversation-list/use-list';
import { device } from './device';

const Place = z.object({ inboxId: Id, view: z.enum(viewNames), order: z.enum(['newest', 'oldest']) });

/** Where one was in this connection: inbox, view and order, kept on the device. `undefined` while there is no inbox to be in. */
export function usePlace(connectionId: string, inboxes: readonly Inbox[]): [ListPlace | undefined, (change: Partial<ListPlace>) => void] {
  const key = `place:${connectionId}`;
  const [place, setPlace] = useState<ListPlace | null>();
  useEffect(() => {
    let gone = false;
    void device.settings.get(key).then((row) => {
      const parsed = Place.safeParse(row?.value);
      if (!gone) setPlace(parsed.success ? parsed.data : null);
    });
    return () => {
      gone = true;
    };
  }, [key]);
  const first = inboxes[0];
  const known = place && inboxes.some((inbox) => inbox.id === place.inboxId) ? place : undefined;
  const current = place === undefined ? undefined : (known ?? (first && { inboxId: first.id, view: 'open' as const, order: 'newest' as const }));
  const change = useCallback(
    (to: Partial<ListPlace>) => {
      if (!current) return;
      const next = { ...current, ...to };
      setPlace(next);
      void device.settings.put({ key, value: next });
    },
    [current, key],
  );
  return [current, change];
}
