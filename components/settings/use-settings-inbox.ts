import { useEffect, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import type { Workspace } from '../panel/workspace-context';
import type { SettingsPlace } from './settings-place';

/** The inbox whose settings the rail lists: the one the address names, itself or by a channel of it, else the one named last, else where one last was. */
export function useSettingsInbox(place: SettingsPlace | undefined, workspace: Workspace | undefined, lastInboxId: Id | undefined): Id | undefined {
  const [latest, setLatest] = useState<Id>();
  const known = (id: Id | undefined) => (workspace?.inboxes.some((inbox) => inbox.id === id) ? id : undefined);
  const named = (place?.args ?? [])
    .map((arg) => known(arg as Id) ?? known(workspace?.channels.find((channel) => channel.id === arg)?.inboxId))
    .find((id) => id !== undefined);
  useEffect(() => {
    if (named !== undefined) setLatest(named);
  }, [named]);
  return named ?? known(latest) ?? known(lastInboxId) ?? workspace?.inboxes[0]?.id;
}
