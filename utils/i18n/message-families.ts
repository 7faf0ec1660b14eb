import { RefusalCode } from '../../domain/core/refusal';
import { DeliveryProblem } from '../../domain/message/delivery-problem';
import { ViewState } from '../../domain/model/custom-view';
import { HostedReachCode } from '../../domain/model/hosted-reach';
import { MailSignInProblem } from '../../domain/model/mail-sign-in-problem';
import { MailboxProblemCode, MailProvider, MailServer } from '../../domain/model/mailbox';
import { viewNames } from '../../domain/view/views-of';
import { ConnectProblem, SetUpProblem } from '../messaging/contract';
import { testedApart } from './tested-apart';

/** Keys that are put together at run time from a code; each family is listed whole by the codes themselves. */
export const messageFamilies: string[] = [
  ...RefusalCode.options.map((code) => `refusal_${code}`),
  ...ConnectProblem.options.map((code) => `connect_${code}`),
  ...[...MailboxProblemCode.options, ...DeliveryProblem.options].map((code) => `chnProblem_${code}`),
  ...testedApart.map((code) => `chnTest_${code}`),
  ...MailSignInProblem.options.map((problem) => `oauProblem_${problem}`),
  ...['api', 'imap'].map((access) => `oauAccess_${access}`),
  ...MailProvider.options.map((provider) => `oauDisconnectWhat_${provider}`),
  ...SetUpProblem.options.map((code) => `chnFailed_${code}`),
  ...HostedReachCode.options.map((code) => `chnReach_${code}`),
  ...MailServer.shape.security.options.map((security) => `chnSecurity_${security}`),
  ...['fromName', 'companyName', 'signatureHtml'].map((field) => `chnChanged_${field}`),
  ...viewNames.map((view) => `view_${view}`),
  ...ViewState.options.map((state) => `viewState_${state}`),
];
