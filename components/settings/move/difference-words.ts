import type { Text } from '../../../utils/i18n/text';
import type { MoveDifference } from '../../../utils/store/move-row';

/** One thing that is not there as it is here, in words. */
export function differenceWords({ kind, subject, count }: MoveDifference, { t, plural }: Text): string {
  const of = { subject: subject || '…' };
  switch (kind) {
    case 'mail-missing':
      return plural('moveDiffersMailMissing', count, of);
    case 'mail-stuck':
      return plural('moveDiffersMailStuck', count, of);
    case 'left-out':
      return plural('moveDiffersLeftOut', count, of);
    case 'no-original':
      return plural('moveDiffersNoOriginal', count, of);
    case 'comment-missing':
      return plural('moveDiffersCommentMissing', count, of);
    case 'draft-missing':
      return plural('moveDiffersDraftMissing', count, of);
    case 'ticket-missing':
      return t('moveDiffersTicketMissing', of);
    case 'ticket':
      return t('moveDiffersTicket', of);
    case 'stage':
      return t('moveDiffersStage', of);
    case 'snooze':
      return t('moveDiffersSnooze', of);
    case 'unread':
      return t('moveDiffersUnread', of);
    case 'followed':
      return t('moveDiffersFollowed', of);
    case 'tags':
      return t('moveDiffersTags', of);
    case 'sender-rule':
      return t('moveDiffersSenderRule', of);
    case 'known-there':
      return t('moveDiffersKnownThere', of);
    case 'state':
      return t('moveDiffersState', of);
    case 'owner':
      return t('moveDiffersOwner', of);
    case 'joined':
      return t('moveDiffersJoined', of);
    case 'apart':
      return t('moveDiffersApart', of);
    default:
      return kind satisfies never;
  }
}
