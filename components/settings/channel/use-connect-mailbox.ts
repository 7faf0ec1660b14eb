import { useState } from 'react';
import { takesBack } from '../../../domain/channel/takes-back';
import { isSendableAddress } from '../../../domain/mail/is-sendable-address';
import { foldAddress } from '../../../domain/model/address';
import type { Id } from '../../../domain/model/ids';
import type { MailProvider } from '../../../domain/model/mailbox';
import type { MailboxPreset, MailboxTestAnswer, SetUpProblem } from '../../../utils/messaging/contract';
import { newId } from '../../../utils/store/new-id';
import { useHubConnection, useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';
import { formOf, guessedForm, type MailboxForm, settingsOf } from './mailbox-form';

export type ConnectStep = 'kind' | 'consent' | 'address' | 'sign-in' | 'provider' | 'since';
export type MailboxKind = 'own' | MailProvider | 'forwarding';
export type Busy = 'looking' | 'testing' | 'connecting';

/** Where connecting a mailbox stands. All of it is in this page's memory: leaving the page forgets it, the password above all. */
export function useConnectMailbox(inboxId: Id) {
  const connection = useHubConnection();
  const { channels } = useWorkspace();
  const [step, setStep] = useState<ConnectStep>('kind');
  const [kind, choose] = useState<MailboxKind>('own');
  const provider = kind === 'google' || kind === 'microsoft' ? kind : undefined;
  const [signInId, setSignInId] = useState<Id>();
  const [address, setAddress] = useState('');
  const [preset, setPreset] = useState<MailboxPreset | null>(null);
  const [form, setForm] = useState<MailboxForm>(guessedForm(''));
  const [busy, setBusy] = useState<Busy>();
  const [failed, setFailed] = useState<SetUpProblem>();
  const [test, setTest] = useState<MailboxTestAnswer>();
  /** One act however often it is pressed: the hub knows it by this. */
  const [fresh] = useState<Id>(() => newId());

  const go = (to: ConnectStep) => {
    setFailed(undefined);
    setStep(to);
  };
  const about = async <T>(what: Busy, ask: () => Promise<{ answer: T } | { failed: SetUpProblem }>): Promise<T | undefined> => {
    setBusy(what);
    setFailed(undefined);
    const said = await ask();
    setBusy(undefined);
    if ('answer' in said) return said.answer;
    setFailed(said.failed);
    return undefined;
  };

  return {
    ...{ inboxId, step, kind, provider, address, preset, form, busy, failed, test },
    go,
    choose,
    setAddress,
    setForm,
    /** Somebody came back from the provider, as this account. */
    signedIn(signIn: { id: Id; address: string }) {
      setSignInId(signIn.id);
      setAddress(signIn.address);
      go('since');
    },
    /** Looks for the servers of the address; without the hub they are typed. */
    async lookUp() {
      const folded = foldAddress(address);
      if (!isSendableAddress(folded)) return;
      const found = await about('looking', () =>
        askHub({ type: 'mailbox-preset', connectionId: connection.id, request: { inboxId, address: folded } }),
      );
      if (found === undefined) return;
      setPreset(found);
      setForm(found ? formOf(found.settings) : guessedForm(folded));
      setTest(undefined);
      setStep('sign-in');
    },
    /** Tries both servers; when both are well it goes on. */
    async tryOut() {
      const settings = settingsOf(form);
      if (!settings || form.password === '') return;
      const answer = await about('testing', () =>
        askHub({ type: 'mailbox-test', connectionId: connection.id, request: { inboxId, settings, password: form.password } }),
      );
      setTest(answer);
      if (answer && !answer.imap && !answer.smtp) setStep('since');
    },
    /** Connects it; the id of the channel once it is. */
    async connect(importSince: number): Promise<Id | undefined> {
      const settings = settingsOf(form);
      if (!settings && !provider) return undefined;
      const folded = foldAddress(address);
      const channelId = channels.find((one) => takesBack(one, { inboxId, address: folded }))?.id ?? fresh;
      const channel = {
        ...{ channelId, inboxId, name: folded, address: folded, importSince },
        ...{ fromName: 'agent-and-company' as const, companyName: connection.hubName, signatureHtml: '<p>{{agent.fullName}}</p>' },
        ...{ logForwardsTo: 'original-sender' as const, reopenTicketOnAnswer: false },
      };
      if (provider && signInId) {
        const request = { channel: { ...channel, provider } };
        const done = await about('connecting', () => askHub({ type: 'mailbox-connect-signed-in', connectionId: connection.id, signInId, request }));
        return done === undefined ? undefined : channelId;
      }
      if (!settings) return undefined;
      const answer = await about('connecting', () =>
        askHub({ type: 'mailbox-connect', connectionId: connection.id, request: { channel, settings, password: form.password } }),
      );
      if (!answer) return undefined;
      setTest(answer.test);
      if (answer.connected) return channelId;
      setStep('sign-in');
      return undefined;
    },
  };
}
export type ConnectMailbox = ReturnType<typeof useConnectMailbox>;
