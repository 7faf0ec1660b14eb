import { useRef, useState } from 'react';
import { takesBack } from '../../../domain/channel/takes-back';
import { isSendableAddress } from '../../../domain/mail/is-sendable-address';
import { foldAddress } from '../../../domain/model/address';
import type { Id } from '../../../domain/model/ids';
import type { MailProvider } from '../../../domain/model/mailbox';
import type { MailboxPreset, MailboxTestAnswer, SetUpProblem } from '../../../utils/messaging/contract';
import { newId } from '../../../utils/store/new-id';
import { useHubConnection, useWorkspace } from '../../panel/workspace-context';
import { keptDraft, useKeptDraft } from '../use-kept-draft';
import { askHub } from './ask-hub';
import { dayOf } from './first-day';
import { formOf, guessedForm, type KeptForm, type MailboxForm, settingsOf } from './mailbox-form';

export type ConnectStep = 'kind' | 'consent' | 'address' | 'sign-in' | 'provider' | 'since';
export type MailboxKind = 'own' | MailProvider | 'forwarding';
export type Busy = 'looking' | 'testing' | 'connecting';

/** ms */
const year = 365 * 24 * 3600_000;

export type Since = 'new' | 'month' | 'day' | 'all';

interface Kept {
  step: ConnectStep;
  kind: MailboxKind;
  address: string;
  preset: MailboxPreset | null;
  form: KeptForm;
  /** The address the servers were looked up for. */
  foundFor: string;
  since: Since;
  /** As a date field writes it. */
  day: string;
  archived: boolean;
}

/** Where it goes on after a look at another page: the password is gone, and so is who signed in at a provider. */
function stepAgain({ step = 'kind', kind }: Partial<Kept>): ConnectStep {
  if (step !== 'since') return step;
  return kind === 'google' || kind === 'microsoft' ? 'provider' : 'sign-in';
}

/** Where connecting a mailbox stands. It outlives a look at another page, but for the password: that is in this page's memory alone. */
export function useConnectMailbox(inboxId: Id) {
  const connection = useHubConnection();
  const { channels } = useWorkspace();
  const place = `connect/${connection.id}/${inboxId}`;
  const finished = useRef(false);
  const [draft, keep] = useKeptDraft<Kept>(place, (typed) => !finished.current && (typed.address ?? '').trim() !== '');
  // What was typed while the hub was asked counts too.
  const set = (more: Partial<Kept>) => keep({ ...keptDraft<Kept>(place), ...more });
  const [password, setPassword] = useState('');
  const [signInId, setSignInId] = useState<Id>();
  const { kind = 'own', address = '', preset = null, since = 'month', archived = false } = draft;
  const [step, turnTo] = useState(() => stepAgain(draft));
  const provider = kind === 'google' || kind === 'microsoft' ? kind : undefined;
  const form: MailboxForm = { ...(draft.form ?? guessedForm('')), password };
  const day = draft.day ?? dayOf(Date.now() - year);
  const [busy, setBusy] = useState<Busy>();
  const [failed, setFailed] = useState<SetUpProblem>();
  const [test, setTest] = useState<MailboxTestAnswer>();
  /** One act however often it is pressed: the hub knows it by this. */
  const [fresh] = useState<Id>(() => newId());

  const go = (to: ConnectStep) => {
    setFailed(undefined);
    turnTo(to);
    set({ step: to });
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
    ...{ inboxId, step, kind, provider, address, preset, form, since, day, archived, busy, failed, test },
    go,
    choose: (to: MailboxKind) => set({ kind: to }),
    setAddress: (to: string) => set({ address: to }),
    setSince: (to: Pick<Kept, 'since'> | Pick<Kept, 'day'> | Pick<Kept, 'archived'>) => set(to),
    setForm({ password: secret, ...typed }: MailboxForm) {
      setPassword(secret);
      set({ form: typed });
    },
    /** The inbox has its address: nothing is kept when one leaves. */
    finish() {
      finished.current = true;
    },
    /** Somebody came back from the provider, as this account. */
    signedIn(signIn: { id: Id; address: string }) {
      setSignInId(signIn.id);
      set({ address: signIn.address });
      go('since');
    },
    /** Looks for the servers of the address; without the hub they are typed. */
    async lookUp() {
      const folded = foldAddress(address);
      if (!isSendableAddress(folded)) return undefined;
      const found = await about('looking', () =>
        askHub({ type: 'mailbox-preset', connectionId: connection.id, request: { inboxId, address: folded } }),
      );
      if (found === undefined) return undefined;
      setTest(undefined);
      // Back from a look at the address, it is as it was left.
      if (draft.foundFor === folded) return go('sign-in');
      const { password: none, ...servers } = found ? formOf(found.settings) : guessedForm(folded);
      setPassword(none);
      set({ preset: found, form: servers, foundFor: folded });
      return go('sign-in');
    },
    /** Tries both servers; when both are well it goes on. */
    async tryOut() {
      const settings = settingsOf(form);
      if (!settings || form.password === '') return;
      const answer = await about('testing', () =>
        askHub({ type: 'mailbox-test', connectionId: connection.id, request: { inboxId, settings, password: form.password } }),
      );
      setTest(answer);
      if (answer && !answer.imap && !answer.smtp) go('since');
    },
    /** Connects it; the id of the channel once it is. */
    async connect(importSince: number): Promise<Id | undefined> {
      const settings = settingsOf(form);
      if (!settings && !provider) return undefined;
      const folded = foldAddress(address);
      const channelId = channels.find((one) => takesBack(one, { inboxId, address: folded }))?.id ?? fresh;
      const channel = {
        ...{ channelId, inboxId, name: folded, address: folded, importSince, archived: archived && since !== 'new' },
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
      go('sign-in');
      return undefined;
    },
  };
}
export type ConnectMailbox = ReturnType<typeof useConnectMailbox>;
