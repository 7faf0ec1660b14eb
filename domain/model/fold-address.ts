/** Addresses are compared without regard to case: no mail system in use tells `Bo@` from `bo@` (RFC 5321 2.4 allows it, practice does not). */
export const foldAddress = (address: string) => address.trim().toLowerCase();
