import { followedBy } from '../follow/followed-by';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import { awake } from '../snooze/awake';
import { taggedWith } from '../tag/tagged-with';

/** What is left of a conversation whose messages all lie in another: its id, which leads there, and no word of it (D16). It stands in no view. */
export function mergedAway(conversation: Conversation, mergedInto: Id): Conversation {
  const { previewHidden: _previewHidden, call: _call, ...rest } = taggedWith(followedBy(awake(conversation), []), []);
  const nothing = { subject: '', preview: '', commentPreview: null, participants: [], messageCount: 0, attachmentCount: 0, deliveryProblem: null };
  const nobody = {
    contactId: null,
    contactName: '',
    contactAddress: null,
    ownerId: null,
    previousOwnerId: null,
    teamId: null,
    ticketId: null,
    bot: null,
  };
  const never = { firstInboundAt: null, lastInboundAt: null, lastOutboundAt: null, lastForwardAt: null, dueAt: null };
  return { ...rest, ...nothing, ...nobody, ...never, mergedInto };
}
