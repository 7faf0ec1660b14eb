import type { Id } from '../../domain/model/ids';
import type { World } from './world';

/** A team that Ann made, with Bo and Carl in it; Ann and Bo are in Support by name. */
export async function workshopTeam(world: World) {
  const teamId = world.id();
  await world.act(world.ann, 'createTeam', { teamId, workspaceId: world.workspaceId, name: 'Værksted', agentIds: [world.bo, world.carl] });
  return {
    teamId,
    /** Says who is in it. */
    set: (agentIds: Id[], by: Id | 'host' = world.ann) => world.act(by, 'setTeamMembers', { teamId, agentIds, memberIds: [world.id(), world.id()] }),
    letIn: (inboxId = world.support, by: Id | 'host' = world.ann) =>
      world.act(by, 'addTeam', { inboxId, teamId, memberIds: [world.id(), world.id()] }),
    inSupport: () =>
      world.rows
        .all('members')
        .filter(({ inboxId }) => inboxId === world.support)
        .map(({ agentId }) => agentId)
        .sort(),
    /** An open conversation of Support that is Carl’s. */
    carlsOwn: async () => {
      const { conversationId } = await world.mailFrom('ida@kunde.example');
      await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.carl });
      return () => world.get('conversations', conversationId);
    },
  };
}
