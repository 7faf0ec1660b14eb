import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

export type DnsRecord =
  | { type: 'SRV'; name: string; priority: number; weight: number; port: number; target: string }
  | { type: 'MX'; name: string; priority: number; exchange: string };

const types = { MX: 15, SRV: 33 } as const;
const noSuchName = 3;
/** Points back to the name that was asked for. */
const asked = Buffer.from([0xc0, 0x0c]);

/** A name server on loopback, over UDP: it knows these records and no other name. */
export class StubDns {
  readonly questions: string[] = [];

  private constructor(
    private readonly socket: Socket,
    private readonly records: readonly DnsRecord[],
  ) {
    socket.on('message', (question, { port, address }) => {
      socket.send(this.answerTo(question), port, address);
    });
  }

  static async start(records: readonly DnsRecord[] = []): Promise<StubDns> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new StubDns(socket, records);
  }

  get server(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  close = () => new Promise<void>((done) => this.socket.close(() => done()));

  /** RFC 1035 4.1: a header of 12 bytes, the question as it came, the answers. */
  private answerTo(question: Buffer): Buffer {
    const labels: string[] = [];
    let at = 12;
    for (let length = question.readUInt8(at); length > 0; length = question.readUInt8(at)) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const name = labels.join('.');
    const type = question.readUInt16BE(at + 1);
    this.questions.push(name);
    const here = this.records.filter((record) => record.name.toLowerCase() === name.toLowerCase());
    const answers = here.filter((record) => types[record.type] === type).map(answer);
    const head = Buffer.alloc(12);
    question.copy(head, 0, 0, 2);
    // An answer, with recursion; from whom it is asked again there is none.
    head.writeUInt16BE(0x8180 | (here.length === 0 ? noSuchName : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(answers.length, 6);
    return Buffer.concat([head, question.subarray(12, at + 5), ...answers]);
  }
}

function answer(record: DnsRecord): Buffer {
  const data =
    record.type === 'MX'
      ? [u16(record.priority), nameBytes(record.exchange)]
      : [u16(record.priority, record.weight, record.port), nameBytes(record.target)];
  const bytes = Buffer.concat(data);
  // Type, class IN, good for a minute, and how long what follows is.
  return Buffer.concat([asked, u16(types[record.type], 1, 0, 60, bytes.length), bytes]);
}

const u16 = (...numbers: number[]) => Buffer.from(numbers.flatMap((n) => [n >> 8, n & 0xff]));
const nameBytes = (name: string) =>
  Buffer.concat([
    ...name
      .split('.')
      .filter((label) => label !== '')
      .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ]);
