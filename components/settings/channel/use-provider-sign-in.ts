import { useCallback, useEffect, useRef, useState } from 'react';
import type { MailSignInBegun, MailSignInOutcome, PageToBackground, SetUpProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';

export type SignInRequest = Extract<PageToBackground, { type: 'mailbox-begin' }>['request'];

/** ms between two looks at whether somebody came back. */
const rhythm = 1500;

export interface ProviderSignIn {
  /** Where to sign in; `undefined` until the hub has said. */
  begun: MailSignInBegun | undefined;
  /** Why it did not work. */
  problem: Extract<MailSignInOutcome, { problem: string }> | undefined;
  failed: SetUpProblem | undefined;
  again(): void;
}

/** A sign-in at Google or Microsoft, in a tab of its own: begun at the hub, which tells when the person came back, and as whom. */
export function useProviderSignIn(request: SignInRequest, onSignedIn: (signIn: { id: string; address: string }) => void): ProviderSignIn {
  const { connection } = useWorkspace();
  const connectionId = connection.id;
  const [begun, setBegun] = useState<MailSignInBegun>();
  const [problem, setProblem] = useState<ProviderSignIn['problem']>();
  const [failed, setFailed] = useState<ProviderSignIn['failed']>();
  const asked = useRef(request);
  const told = useRef(onSignedIn);
  told.current = onSignedIn;
  const again = useCallback(async () => {
    setProblem(undefined);
    setBegun(undefined);
    const said = await askHub({ type: 'mailbox-begin', connectionId, request: asked.current });
    setFailed('failed' in said ? said.failed : undefined);
    if ('answer' in said) setBegun(said.answer);
  }, [connectionId]);
  useEffect(() => void again(), [again]);
  useEffect(() => {
    if (!begun) return undefined;
    let gone = false;
    let next: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const said = await askHub({ type: 'mailbox-outcome', connectionId, signInId: begun.id });
      if (gone) return;
      setFailed('failed' in said ? said.failed : undefined);
      // A hub out of reach may answer yet; one that says no has said it.
      if ('failed' in said && said.failed !== 'offline') return;
      const outcome = 'answer' in said ? said.answer : null;
      if (outcome === null) next = setTimeout(look, rhythm);
      else if ('problem' in outcome) setProblem(outcome);
      else told.current({ id: begun.id, address: outcome.address });
    };
    next = setTimeout(look, rhythm);
    return () => {
      gone = true;
      clearTimeout(next);
    };
  }, [begun, connectionId]);
  return { begun, problem, failed, again: () => void again() };
}
