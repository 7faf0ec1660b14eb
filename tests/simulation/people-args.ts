import type { ArgsOf } from '../../domain/mutations';
import type { Sight } from './mutation-args';

/** Mostly somebody one sees, now and then nobody there is. */
const someAgent = async ({ random, newId, rows }: Sight) => (random.chance(0.04) ? undefined : random.find(await rows('agents')))?.id ?? newId();

export const peopleArgs = {
  setSuperAdmin: async (sight: Sight): Promise<ArgsOf<'setSuperAdmin'>> => ({
    agentId: await someAgent(sight),
    superAdmin: sight.random.chance(0.6),
  }),
  /** Who is away comes back before anybody else goes: a team nobody is in does nothing. */
  async setAgentActive(sight: Sight): Promise<ArgsOf<'setAgentActive'>> {
    const gone = sight.random.find((await sight.rows('agents')).filter(({ active }) => !active));
    return gone ? { agentId: gone.id, active: true } : { agentId: await someAgent(sight), active: false };
  },
};
