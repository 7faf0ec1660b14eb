import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';
import { viewSettingsOf } from './view-settings-of';

/**
 * Puts the custom views of the sidebar in one's own order (VIEW-13): nobody else's changes. Those of other inboxes, which it does not name, keep
 * theirs among each other.
 */
export const orderViews = defineMutation({
  name: 'orderViews',
  args: z.object({ viewIds: z.array(Id).check(z.maxLength(200)) }),
  actor: 'agent',
  may: async (actor) => (actor.kind === 'agent' ? undefined : refuse('not-allowed')),
  async run(tx, { viewIds }, { by }) {
    const settings = await viewSettingsOf(tx, (await actingAgent(tx, by)).id);
    const named = new Set(viewIds);
    // Long gone ones fall off at the end.
    const order = [...named, ...settings.order.filter((id) => !named.has(id))].slice(0, 500);
    tx.viewSettings.put({ ...settings, order });
  },
});
