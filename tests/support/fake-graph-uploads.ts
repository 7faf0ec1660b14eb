import { randomUUID } from 'node:crypto';
import type { Answer, Asked } from './fake-provider';

export interface GraphFile {
  name: string;
  contentType: string;
  isInline: boolean;
  contentId?: string;
  bytes: Buffer;
}
interface Session {
  about: Omit<GraphFile, 'bytes'> & { size: number };
  files: GraphFile[];
  received: Buffer[];
}

const error = (status: number, code: string, message: string): Answer => ({ status, json: { error: { code, message } } });
const [smallest, largest] = [2 * 1024 * 1024, 150 * 1024 * 1024];
const mostInRequest = 4 * 1024 * 1024;

/** Files put to a draft, as documented: small ones as JSON, large ones by a session at an address that holds its own authorisation. */
export class FakeGraphUploads {
  private readonly sessions = new Map<string, Session>();
  /** Start of each range that came, in the order they came. */
  readonly ranges: number[] = [];

  /** The time of all sessions is over. */
  expire() {
    this.sessions.clear();
  }

  attach(files: GraphFile[], { '@odata.type': type, contentBytes, ...about }: Record<string, unknown>): Answer {
    if (type !== '#microsoft.graph.fileAttachment' || typeof contentBytes !== 'string') throw new Error('no file attachment');
    if (contentBytes.length > mostInRequest) return error(413, 'ErrorAttachmentSizeTooLarge', 'The attachment is too large.');
    files.push({ ...documented(about), bytes: Buffer.from(contentBytes, 'base64') });
    return { status: 201, json: { id: randomUUID() } };
  }

  open(files: GraphFile[], { about, account, id }: { about: Record<string, unknown>; account: string; id: string }): Answer {
    const { attachmentType, size, ...item } = (about.AttachmentItem ?? {}) as Record<string, unknown>;
    if (attachmentType !== 'file' || typeof size !== 'number' || Object.keys(about).length !== 1) throw new Error('no attachment item');
    if (size < smallest) return error(400, 'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize', 'The attachment is too small for a session.');
    if (size > largest) return error(413, 'ErrorAttachmentSizeLimitExceeded', 'The attachment is too large.');
    const session = randomUUID();
    this.sessions.set(session, { about: { ...documented(item), size }, files, received: [] });
    const uploadUrl = `https://outlook.office.com/api/v2.0/Users('${account}')/Messages('${id}')/AttachmentSessions('${session}')?authtoken=t-${session}`;
    return { status: 201, json: { uploadUrl, expirationDateTime: '2026-12-01T00:00:00Z', nextExpectedRanges: ['0-'] } };
  }

  /** Answers for an upload address, and for no other. */
  serve({ method, host, path, query, headers, body }: Asked): Answer | undefined {
    const key = /AttachmentSessions\('([\w-]+)'\)$/.exec(decodeURIComponent(path))?.[1];
    if (host !== 'outlook.office.com' || key === undefined) return undefined;
    if (headers.authorization !== undefined) throw new Error('an upload address takes no token');
    const session = this.sessions.get(key);
    if (!session || query.get('authtoken') !== `t-${key}`) return error(404, 'ErrorItemNotFound', 'The upload session was not found.');
    const next = session.received.reduce((sum, piece) => sum + piece.length, 0);
    if (method === 'GET') return { json: { nextExpectedRanges: [String(next)] } };
    if (method !== 'PUT' || headers['content-type'] !== 'application/octet-stream') throw new Error('an upload is a PUT of octets');
    return this.take(key, session, { range: String(headers['content-range']), body, next });
  }

  private take(key: string, session: Session, { range, body, next }: { range: string; body: Buffer; next: number }): Answer {
    const [from, to, size] = (/^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? []).slice(1).map(Number) as [number, number, number];
    this.ranges.push(from);
    if (size !== session.about.size || to - from + 1 !== body.length || body.length === 0 || body.length > mostInRequest)
      throw new Error('bad range');
    if (from !== next) return error(416, 'ErrorInvalidRange', 'The uploaded fragment does not begin where it is expected.');
    const last = to + 1 === size;
    if (!last && body.length % (320 * 1024) !== 0) throw new Error('ranges are multiples of 320 KiB');
    session.received.push(body);
    if (!last) return { json: { expirationDateTime: '2026-12-01T00:00:00Z', nextExpectedRanges: [String(to + 1)] } };
    this.sessions.delete(key);
    const { size: _, ...about } = session.about;
    session.files.push({ ...about, bytes: Buffer.concat(session.received) });
    return { status: 201, headers: { location: `https://outlook.office.com/api/v2.0/Attachments('${key}')` } };
  }
}

function documented({ name, contentType, isInline, contentId, ...strange }: Record<string, unknown>): Omit<GraphFile, 'bytes'> {
  if (typeof name !== 'string' || typeof contentType !== 'string' || typeof isInline !== 'boolean') throw new Error('bad attachment');
  if (Object.keys(strange).length > 0) throw new Error(`unknown field ${Object.keys(strange)}`);
  return { name, contentType, isInline, ...(typeof contentId === 'string' ? { contentId } : {}) };
}
