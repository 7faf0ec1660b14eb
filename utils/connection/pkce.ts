import { base64url } from './base64url';

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** One attempt to sign in: what only we know of it (`verifier`, `state`), and what the hub is told (`challenge`) (RFC 7636). */
export interface SignInAttempt {
  verifier: string;
  state: string;
  challenge: string;
}

export async function newSignInAttempt(): Promise<SignInAttempt> {
  const verifier = random();
  const challenge = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  return { verifier, state: random(), challenge };
}
