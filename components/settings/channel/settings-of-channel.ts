import type { Channel } from '../../../domain/model/channel';

/** What `updateChannel` sets, as it is now: whoever changes one thing sends the others along. */
export const settingsOfChannel = ({ name, fromName, companyName, signatureHtml, logForwardsTo, reopenTicketOnAnswer }: Channel) => ({
  name,
  fromName,
  companyName,
  signatureHtml,
  logForwardsTo,
  reopenTicketOnAnswer,
});
