import type { SmtpAccount, SmtpWaits } from '../smtp-transport';
import { smtpAuthOf, smtpConnection } from '../smtp-transport';
import { LineEnded } from './line-ended';

/** Signs in to a mail server and leaves again, or throws what the server or the network said. */
export function smtpSignIn(account: SmtpAccount, hostName: string, waits: SmtpWaits = {}): Promise<void> {
  const connection = smtpConnection(account, hostName, waits);
  return new Promise((resolve, reject) => {
    const fail = (fault: unknown) => {
      connection.removeAllListeners('end');
      connection.close();
      reject(fault);
    };
    connection.on('error', fail);
    connection.once('end', () => fail(new LineEnded('the connection ended')));
    connection.connect((fault) => {
      if (fault) return fail(fault);
      const leave = () => {
        connection.removeAllListeners('end');
        connection.quit();
        resolve();
      };
      if (!account.auth) return leave();
      connection.login(smtpAuthOf(account.auth), (refused) => (refused ? fail(refused) : leave()));
    });
  });
}
