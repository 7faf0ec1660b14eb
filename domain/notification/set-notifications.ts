import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { agentSpace } from '../model/ids';
import { NotificationSettings } from '../model/notification-settings';
import { actingAgent } from '../permission/acting-agent';
import { isTimeZone } from './is-time-zone';

/** How an agent wants to be told of what, and when not at all (NTF-1). Always one's own: it names nobody else. */
export const setNotifications = defineMutation({
  name: 'setNotifications',
  args: z.object({ ways: NotificationSettings.shape.ways, quiet: NotificationSettings.shape.quiet }),
  actor: 'agent',
  may: async (actor) => (actor.kind === 'agent' ? undefined : refuse('not-allowed')),
  async run(tx, { ways, quiet }, { by }) {
    if (quiet && !isTimeZone(quiet.timeZone)) return refuse('bad-arguments');
    const { id } = await actingAgent(tx, by);
    tx.notificationSettings.put({ id, space: agentSpace(id), ways, quiet });
  },
});
