/**
 * Public half of the key that fixes the id of an unpacked build, so that a hub can list its exact redirect URI (K21).
 * Stores sign with keys of their own: their ids join `redirectUris` in the hub's settings.
 */
export const extensionKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyjALAymaESqk57i4J6/rlgR/pGHj29UlJuCkmJJDRVkk8fYEPAKoYE/NbYdR8jXbEqVxjtLT7cNXStvOOp4IlaAskfN2GLfwb1yZURZGzM/cxFJPPId1bvK37TavBkgyiFG7EjJDVWG6Bq8df4t2RGDXZGBEot1I/D4/Lktl6ciLJUXL7bh+bh/A+MzEZX75HmQrq+pjj1D0x5ZN7r/+nQNSxKssay4tbGmRwR60Yz7EzQVz0KI6do758TC79OyOuZfZXK8rbT/l+j5iL0Mk7Et6/aVoC1DHbQEomyLQFnzovXyZkL6NS1f0jNSe2PIjnLhIMnai2a/FOqAiRadbHwIDAQAB';

/** sha256 of the key's DER, first 16 bytes, as letters a-p: what Chromium computes. */
export const unpackedExtensionId = 'akeeolhanhmfppldmhndbolfpobnjhga';
export const unpackedRedirectUri = `https://${unpackedExtensionId}.chromiumapp.org/signed-in`;

/** The id Firefox knows the extension by; its redirect goes to the sha1 of it. */
export const firefoxExtensionId = 'samtale@samtale.example';
export const firefoxRedirectUri = 'https://e85aeeb53c34ab0f1ef04cf772fe7d1d162e96df.extensions.allizom.org/signed-in';
