import { useSyncExternalStore } from 'react';
import type { Channel } from '../../../domain/model/channel';
import type { Id } from '../../../domain/model/ids';

/** What the Configuration tab changes with Save. */
export type Editable = Pick<Channel, 'fromName' | 'companyName' | 'signatureHtml'>;
export type Draft = Partial<Editable>;

const fields = ['fromName', 'companyName', 'signatureHtml'] as const;

/** The fields that are not as stored, in the order they stand on the page. */
export const changedFields = (channel: Editable, draft: Draft): (keyof Editable)[] =>
  fields.filter((field) => draft[field] !== undefined && draft[field] !== channel[field]);

/** Changes not saved yet, by channel: they outlive a look at another page of the settings. */
const drafts = new Map<Id, Draft>();
const listeners = new Set<() => void>();
const nothing: Draft = {};

/** The unsaved changes of a channel and what sets them; `undefined` drops them all. */
export function useChannelDraft(channelId: Id): [Draft, (draft: Draft | undefined) => void] {
  const draft = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => drafts.get(channelId) ?? nothing,
  );
  return [
    draft,
    (next) => {
      if (next) drafts.set(channelId, next);
      else drafts.delete(channelId);
      for (const tell of listeners) tell();
    },
  ];
}
