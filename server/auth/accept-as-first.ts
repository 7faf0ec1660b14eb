import type { Invitation } from '../../domain/model/invitation';
import type { Locale } from '../../utils/i18n/locale';
import type { MessageKey } from '../../utils/i18n/messages';
import { acceptInvitation, type Newcomer } from './accept-invitation';
import type { AuthHost } from './auth-host';
import { problemOfName } from './problem-of-name';

/**
 * The first sign-in to a hub: its one agent, whom the hub made itself, says who they are and what their team is called. Then the link is used
 * as by any agent. A form sent twice says the same twice.
 */
export async function acceptAsFirst(
  host: AuthHost,
  invitation: Invitation,
  { team, locale, ...self }: Newcomer & { team: string; locale: Locale },
): Promise<{ userId: string } | { problem: MessageKey }> {
  const [name, email, called] = [self.name.trim(), self.email.trim(), team.trim()];
  const problem = problemOfName({ name, email }) ?? (called === '' || called.length > 200 ? 'pageTeamMissing' : undefined);
  if (problem) return { problem };
  if (!invitation.agentId) return { problem: 'pageInvitationUnknown' };
  const refused = await host.people.introduce(invitation.agentId, { name, email, team: called, locale });
  if (refused) return { problem: refused.refused === 'address-taken' ? 'pageEmailTaken' : 'pageEmailInvalid' };
  return acceptInvitation(host, invitation, self);
}
