import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import * as z from 'zod/mini';

const Envelope = z.object({ from: z.string(), recipients: z.array(z.string()), at: z.number() });

export interface LocalMail extends z.infer<typeof Envelope> {
  id: string;
  subject: string;
  text: string;
}

const idForm = /^\d{15}-[0-9a-f-]{36}$/;
const isMissing = (fault: unknown) => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';

/** Where outgoing mail ends up while no mail server is set: a folder beside the hub's data, shown on `/mailbox`. Nothing leaves the machine. */
export class LocalMailbox {
  constructor(
    private readonly folder: string,
    private readonly now: () => number = Date.now,
  ) {}

  async deliver(mail: { from: string; recipients: readonly string[]; raw: Uint8Array }): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const at = this.now();
    const id = `${String(at).padStart(15, '0')}-${randomUUID()}`;
    await writeFile(join(this.folder, `${id}.eml`), mail.raw);
    // The envelope makes it a mail: written whole and last, so that one cut short is not listed.
    const envelope = join(this.folder, `${id}.json`);
    await writeFile(`${envelope}.tmp`, JSON.stringify({ from: mail.from, recipients: mail.recipients, at }));
    await rename(`${envelope}.tmp`, envelope);
  }

  /** Newest first. */
  async list(limit: number): Promise<LocalMail[]> {
    const ids = (await this.names()).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : [])).filter((id) => idForm.test(id));
    const newest = ids.sort().reverse().slice(0, limit);
    return (await Promise.all(newest.map((id) => this.find(id)))).filter((mail) => mail !== undefined);
  }

  async find(id: string): Promise<LocalMail | undefined> {
    const raw = await this.raw(id);
    if (!raw) return undefined;
    const envelope = Envelope.parse(JSON.parse(await readFile(join(this.folder, `${id}.json`), 'utf8')));
    const { subject = '', text = '' } = await PostalMime.parse(raw);
    return { id, ...envelope, subject, text };
  }

  async raw(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (!idForm.test(id)) return undefined;
    try {
      return new Uint8Array(await readFile(join(this.folder, `${id}.eml`)));
    } catch (fault) {
      if (isMissing(fault)) return undefined;
      throw fault;
    }
  }

  private async names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch (fault) {
      if (isMissing(fault)) return [];
      throw fault;
    }
  }
}
