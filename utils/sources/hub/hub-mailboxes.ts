import * as z from 'zod/mini';
import type { Id } from '../../../domain/model/ids';
import { HostedDomainAnswer, HostedReach } from '../../../sync/hosted-protocol';
import {
  MailboxAnswer,
  type MailboxConnectRequest,
  type MailboxPreset,
  MailboxPresetAnswer,
  type MailboxPresetRequest,
  MailboxSignInAnswer,
  type MailboxSignInRequest,
  MailboxTestAnswer,
  type MailboxTestRequest,
} from '../../../sync/mailbox-protocol';
import { type NoticeMail, NoticeMailAnswer } from '../../../sync/notice-protocol';
import type { NetworkRequest } from '../../network/fetch-allowed';
import { type HubProviderSignIn, hubProviderSignIn } from './hub-provider-sign-in';

/** Asks the hub with our token and reads the answer by its schema. */
export type AskFor = <Body>(path: string, answer: z.ZodMiniType<Body>, request: Omit<NetworkRequest, 'url' | 'allow'>) => Promise<Body>;

/** What settings about mail ask of the hub, which alone can do it. Passwords go through and are kept nowhere. */
export interface HubMailboxes {
  /** What is signed in at Google and Microsoft. */
  signedIn: HubProviderSignIn;
  preset(request: z.infer<typeof MailboxPresetRequest>): Promise<MailboxPreset | null>;
  test(request: z.infer<typeof MailboxTestRequest>): Promise<MailboxTestAnswer>;
  connect(request: z.infer<typeof MailboxConnectRequest>): Promise<z.infer<typeof MailboxSignInAnswer>>;
  signIn(channelId: Id, request: z.infer<typeof MailboxSignInRequest>): Promise<z.infer<typeof MailboxSignInAnswer>>;
  signOut(channelId: Id): Promise<void>;
  tryNow(channelId: Id): Promise<void>;
  state(channelId: Id): Promise<MailboxAnswer>;
  hostedDomain(): Promise<string>;
  reach(channelId: Id): Promise<HostedReach>;
  /** Whether one's own notices go by mail, and another try after one came back. */
  noticeMail(): Promise<NoticeMail>;
  mailNoticesAgain(): Promise<void>;
}

const Done = z.object({});
/** A slow mail server is waited for by the hub, up to 25 s; the line to the hub comes on top. */
const timeoutMs = 45_000;

export function hubMailboxes(askFor: AskFor): HubMailboxes {
  const send = <Body>(method: 'POST' | 'PUT', path: string, body: unknown, answer: z.ZodMiniType<Body>) =>
    askFor(path, answer, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), timeoutMs });
  return {
    signedIn: hubProviderSignIn(askFor),
    preset: async (request) => (await send('POST', '/mailboxes/preset', request, MailboxPresetAnswer)).preset,
    test: (request) => send('POST', '/mailboxes/test', request, MailboxTestAnswer),
    connect: (request) => send('POST', '/mailboxes', request, MailboxSignInAnswer),
    signIn: (channelId, request) => send('PUT', `/mailboxes/${channelId}`, request, MailboxSignInAnswer),
    signOut: async (channelId) => {
      await send('POST', `/mailboxes/${channelId}/sign-out`, {}, Done);
    },
    tryNow: async (channelId) => {
      await send('POST', `/mailboxes/${channelId}/try`, {}, Done);
    },
    state: (channelId) => askFor(`/mailboxes/${channelId}`, MailboxAnswer, {}),
    hostedDomain: async () => (await askFor('/hosted', HostedDomainAnswer, {})).domain,
    reach: (channelId) => send('POST', '/hosted/reach', { channelId }, HostedReach),
    noticeMail: async () => (await askFor('/notices', NoticeMailAnswer, {})).mail,
    mailNoticesAgain: async () => {
      await send('POST', '/notices/again', {}, Done);
    },
  };
}
