import type { Invitation } from '../../domain/model/invitation';
import type { MessageKey } from '../../utils/i18n/messages';
import type { AuthHost } from './auth-host';
import { hashToken } from './hash-token';
import { looksLikeInvitation } from './invite';

/** The invitation behind a link, or the sentence for a link that opens nothing. Reads only: browsers and previews open links twice. */
export async function findOpenInvitation(
  { people }: Pick<AuthHost, 'people'>,
  token: string,
): Promise<{ invitation: Invitation } | { problem: MessageKey; status: 404 | 410 }> {
  const invitation = looksLikeInvitation(token) ? await people.findInvitation(hashToken(token)) : undefined;
  if (!invitation) return { problem: 'pageInvitationUnknown', status: 404 };
  if (invitation.usedAt !== null) return { problem: 'pageInvitationUsed', status: 410 };
  if (invitation.expiresAt <= people.now()) return { problem: 'pageInvitationExpired', status: 410 };
  return { invitation };
}
