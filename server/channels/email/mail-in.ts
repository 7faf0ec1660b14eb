import type { Sign } from '../../../utils/mail/reply-token';
import type { Database } from '../../db/database';
import type { HubStore } from '../../sync/hub-store';
import { acceptMail } from './accept-mail';
import { readCertificate } from './certificate';
import { findMailChannelIn } from './find-mail-channel';
import { IncomingProcessor, type ProcessorHost } from './incoming-processor';
import { IncomingQueue } from './incoming-queue';
import { MailParser } from './mail-parser';
import type { FileStore } from './ports';
import { type ListenerHost, startSmtpListener } from './smtp-listener';

export interface MailInHost {
  db: Database;
  /** No other process works with this database. */
  alone: boolean;
  store: HubStore;
  files: FileStore;
  /** HMAC-SHA256 with a key of its own, for reply tokens. */
  sign: Sign;
  now(): number;
  /** Faults and mails that could not be taken in; never a mail's text. */
  report(problem: string): void;
  tried?: ProcessorHost['tried'];
  hostName: string;
  /** Where the hub's own notices come back to when they cannot be delivered. */
  noticeBounces: Pick<ListenerHost, 'noticeOfBounce' | 'takeBounce'>;
  dataFolder: string;
  certFile?: string;
  keyFile?: string;
  limits?: ListenerHost['limits'];
}

export interface MailIn {
  port: number;
  /** Resolves when everything accepted so far has been tried. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** The way in for mail: listener, keeping, reading, receiving. Mail kept by a hub that died is taken in first. */
export async function startMailIn(host: MailInHost, listen: { port: number; address: string }): Promise<MailIn> {
  const { db, store, files, now, sign, report } = host;
  const queue = new IncomingQueue(db);
  if (host.alone) await queue.release(now());
  const parser = new MailParser();
  const processor = new IncomingProcessor({
    queue,
    store,
    files,
    parser,
    sign,
    now,
    ...(host.tried ? { tried: host.tried } : {}),
    report: (problem, mail) => report(`mail ${mail.id || '(none)'} raw ${mail.rawHash} try ${mail.tries}: ${problem}`),
  });
  const listener = await startSmtpListener(
    {
      hostName: host.hostName,
      certificate: await readCertificate(host),
      findMailChannel: findMailChannelIn(store),
      ...host.noticeBounces,
      accept: async (mail) => {
        await acceptMail(mail, { files, queue, now });
        void processor.nudge();
      },
      report: (fault) => report(`mail listener: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`),
      ...(host.limits ? { limits: host.limits } : {}),
    },
    listen,
  );
  void processor.nudge();
  return {
    port: listener.port,
    settled: () => processor.nudge(),
    close: async () => {
      await listener.close();
      await processor.close();
      await parser.close();
    },
  };
}
