import { useState } from 'react';
import { askBackground } from '../../utils/browser/ask-background';
import type { ConnectAnswer, ConnectProblem, PageToBackground } from '../../utils/messaging/contract';

export interface ConnectState {
  busy: boolean;
  problem: { code: ConnectProblem; detail: string } | null;
}

/** Asks the worker to sign in, and holds how that goes. Success needs no word: the account appears in the device's database, and the answer is true. */
export function useConnect() {
  const [state, setState] = useState<ConnectState>({ busy: false, problem: null });
  const ask = async (call: Extract<PageToBackground, { type: 'connect' | 'sign-in' }>): Promise<boolean> => {
    setState({ busy: true, problem: null });
    const answer = await answerTo(call);
    setState({ busy: false, problem: 'problem' in answer ? { code: answer.problem, detail: answer.detail } : null });
    return !('problem' in answer);
  };
  return { ...state, ask, refuse: (code: ConnectProblem, detail: string) => setState({ busy: false, problem: { code, detail } }) };
}

/** A worker that was stopped with the window open has lost what the window said; pressing again is one click, the hub knows us. */
async function answerTo(call: PageToBackground & { type: 'connect' | 'sign-in' }): Promise<ConnectAnswer> {
  try {
    return await askBackground(call);
  } catch (error) {
    console.warn('the worker went while signing in', error);
    return { problem: 'cancelled', detail: '' };
  }
}
