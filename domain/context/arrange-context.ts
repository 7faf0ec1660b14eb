import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { ContextSettings, usualContext } from '../model/context-settings';
import { agentSpace } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';

/**
 * Which properties stand under "About this contact" and in a ticket's details, and what is folded (CTX-2, CTX-3, CTX-5). Always one's own: it names
 * nobody else. What an act does not name stays as it is, so that two devices of one agent do not take each other's choices away.
 */
export const arrangeContext = defineMutation({
  name: 'arrangeContext',
  args: z.object({
    contactProperties: z.optional(ContextSettings.shape.contactProperties),
    ticketProperties: z.optional(ContextSettings.shape.ticketProperties),
    folded: z.optional(ContextSettings.shape.folded),
  }),
  actor: 'agent',
  may: async (actor) => (actor.kind === 'agent' ? undefined : refuse('not-allowed')),
  async run(tx, chosen, { by }) {
    const { id } = await actingAgent(tx, by);
    const before = (await tx.contextSettings.find(id)) ?? usualContext;
    tx.contextSettings.put({
      id,
      space: agentSpace(id),
      contactProperties: once(chosen.contactProperties ?? before.contactProperties),
      ticketProperties: once(chosen.ticketProperties ?? before.ticketProperties),
      folded: once(chosen.folded ?? before.folded),
    });
  },
});

const once = <T>(list: readonly T[]): T[] => [...new Set(list)];
