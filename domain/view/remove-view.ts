import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';
import { mayChangeView } from './may-change-view';
import { viewSettingsOf } from './view-settings-of';
import { withViews } from './with-views';

/** Takes a custom view away (VIEW-13), a shared one from everybody. What stood in it stays where it is, and so does its place among the others, should it be made again. */
export const removeView = defineMutation({
  name: 'removeView',
  args: z.object({ inboxId: Id, viewId: Id }),
  actor: 'agent',
  may: (actor, { inboxId, viewId }, tx) => mayChangeView(actor, inboxId, viewId, tx),
  async run(tx, { inboxId, viewId }, { by }) {
    const { id: me } = await actingAgent(tx, by);
    const inbox = await tx.inboxes.get(inboxId);
    const settings = await viewSettingsOf(tx, me);
    const { views = [] } = inbox;
    const shared = views.filter(({ id }) => id !== viewId);
    const own = settings.own.filter(({ id }) => id !== viewId);
    if (shared.length === views.length && own.length === settings.own.length) return refuse('view-gone');
    if (shared.length < views.length) tx.inboxes.put(withViews(inbox, shared));
    if (own.length < settings.own.length) tx.viewSettings.put({ ...settings, own });
    return undefined;
  },
});
