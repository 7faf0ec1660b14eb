import { connect } from 'node:net';
import { until } from '../server/until';

/** Waits until something greets as an IMAP server does on this port. */
export const imapAnswers = (port: number) => until(() => greets(port), `an IMAP server on port ${port}`);

const greets = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => end(data.toString().startsWith('* OK')));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
