import { base64url } from './base64url';

const encode = (value: unknown) => base64url(new TextEncoder().encode(JSON.stringify(value)));

/** The key of this device for one account. The private half cannot leave the browser, not even for us (K15). */
export const makeDeviceKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

/**
 * A proof that the holder of the device's key sends this one request (RFC 9449, "DPoP"). `at` is the hub's time, ms: the hub takes a
 * proof for five minutes, and not from the future, so it is dated half a minute back.
 */
export async function deviceProof(key: CryptoKeyPair, request: { method: string; url: string; at: number }): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
  const claims = { jti: crypto.randomUUID(), htm: request.method, htu: request.url, iat: Math.floor(request.at / 1000) - 30 };
  const signed = `${encode(header)}.${encode(claims)}`;
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, new TextEncoder().encode(signed));
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}
