import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { type CustomView, mostViews, ViewFilter, ViewTitle } from '../model/custom-view';
import { Id } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';
import { mayChangeView } from './may-change-view';
import { viewSettingsOf } from './view-settings-of';
import { withViews } from './with-views';

/**
 * Makes a custom view or changes one (VIEW-13): its name, what it holds, and whether everybody in the inbox has it or whoever made it alone. One that
 * a colleague shared cannot be made one's own.
 */
export const saveView = defineMutation({
  name: 'saveView',
  args: z.object({ inboxId: Id, viewId: Id, name: ViewTitle, filter: ViewFilter, shared: z.boolean() }),
  actor: 'agent',
  may: (actor, { inboxId, viewId }, tx) => mayChangeView(actor, inboxId, viewId, tx),
  async run(tx, { inboxId, viewId, name, filter, shared }, { by }) {
    const { id: me } = await actingAgent(tx, by);
    const inbox = await tx.inboxes.get(inboxId);
    const settings = await viewSettingsOf(tx, me);
    const { views = [] } = inbox;
    const { own } = settings;
    const maker = views.find(({ id }) => id === viewId)?.by ?? me;
    if (!shared && maker !== me) return refuse('not-allowed');
    const view: CustomView = { id: viewId, inboxId, name, filter, by: maker };
    const sharedNow = shared ? withView(views, view) : withoutView(views, viewId);
    const ownNow = shared ? withoutView(own, viewId) : withView(own, view);
    if (sharedNow.length > mostViews || ownNow.length > mostViews) return refuse('too-many-views');
    if (shared || sharedNow.length < views.length) tx.inboxes.put(withViews(inbox, sharedNow));
    if (!shared || ownNow.length < own.length) tx.viewSettings.put({ ...settings, own: ownNow });
    return undefined;
  },
});

/** In its place, or at the end. */
const withView = (views: readonly CustomView[], view: CustomView): CustomView[] =>
  views.some(({ id }) => id === view.id) ? views.map((one) => (one.id === view.id ? view : one)) : [...views, view];

const withoutView = (views: readonly CustomView[], viewId: Id): CustomView[] => views.filter(({ id }) => id !== viewId);
