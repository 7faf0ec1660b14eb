import type { MailProvider } from '../../../../domain/model/mailbox';
import type { ApiCaller } from './api-caller';
import { GmailApi } from './gmail-api';
import { GraphApi } from './graph-api';
import type { MailApi } from './mail-api';

export const mailApiOf = (provider: MailProvider, caller: ApiCaller): MailApi =>
  provider === 'google' ? new GmailApi(caller) : new GraphApi(caller);
