import * as z from 'zod/mini';
import type { DeviceDatabase } from './device-database';

const wrapKeyName = 'wrap';
const refreshName = (connectionId: string) => `refresh-${connectionId}`;
const deviceName = (connectionId: string) => `device-${connectionId}`;

const Wrapped = z.object({ iv: z.instanceof(Uint8Array), data: z.instanceof(ArrayBuffer) });

/**
 * Secrets at rest (K14, K15). A refresh token lies here only encrypted, by a key that no API gives out again: bytes that linger in the
 * profile's files after a delete are worth nothing. The device's key pair lies beside it, as unextractable.
 */
export class Vault {
  constructor(private readonly device: DeviceDatabase) {}

  /** Keeps what one sign-in brought; replaces what the account had. */
  async put(connectionId: string, secrets: { refreshToken: string; deviceKey: CryptoKeyPair }): Promise<void> {
    const wrapped = await this.wrap(secrets.refreshToken);
    await this.device.vault.bulkPut([
      { key: refreshName(connectionId), value: wrapped },
      { key: deviceName(connectionId), value: secrets.deviceKey },
    ]);
  }

  async putRefreshToken(connectionId: string, refreshToken: string): Promise<void> {
    await this.device.vault.put({ key: refreshName(connectionId), value: await this.wrap(refreshToken) });
  }

  async find(connectionId: string): Promise<{ refreshToken: string; deviceKey: CryptoKeyPair } | undefined> {
    const [refresh, device, wrap] = await this.device.vault.bulkGet([refreshName(connectionId), deviceName(connectionId), wrapKeyName]);
    if (!refresh || !device || !wrap) return undefined;
    const { iv, data } = Wrapped.parse(refresh.value);
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: iv as Uint8Array<ArrayBuffer> }, wrap.value as CryptoKey, data);
    return { refreshToken: new TextDecoder().decode(opened), deviceKey: device.value as CryptoKeyPair };
  }

  async forget(connectionId: string): Promise<void> {
    await this.device.vault.bulkDelete([refreshName(connectionId), deviceName(connectionId)]);
  }

  private async wrap(text: string): Promise<z.infer<typeof Wrapped>> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.wrapKey(), new TextEncoder().encode(text)) };
  }

  private async wrapKey(): Promise<CryptoKey> {
    const known = await this.device.vault.get(wrapKeyName);
    if (known) return known.value as CryptoKey;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    // Made twice at once, the first one stored is everybody's.
    return this.device.transaction('rw', this.device.vault, async () => {
      const first = await this.device.vault.get(wrapKeyName);
      if (first) return first.value as CryptoKey;
      await this.device.vault.put({ key: wrapKeyName, value: made });
      return made;
    });
  }
}
