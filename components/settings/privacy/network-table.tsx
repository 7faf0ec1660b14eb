import { useLiveQuery } from 'dexie-react-hooks';
import { clearNetworkLog, readNetworkLog } from '../../../utils/connection/kept-network-log';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import type { LoggedExchanges, RequestKind } from '../../../utils/network/network-log';
import { device } from '../../panel/device';
import { useSay } from '../../ui/live-region';
import { useNow } from '../../ui/use-now';

const kinds: Record<RequestKind, MessageKey> = {
  hello: 'settingsSentHello',
  'sign-in': 'settingsSentSignIn',
  sync: 'settingsSentSync',
  live: 'settingsSentLive',
  bodies: 'settingsSentBodies',
  files: 'settingsSentFiles',
  images: 'settingsSentImages',
  team: 'settingsSentTeam',
  moves: 'settingsSentMoves',
  other: 'settingsSentOther',
};

/** The log of what was sent where: by host and kind, how often, how much, when last. */
export function NetworkTable() {
  const { t, plural, number, size, time, date, fullDate } = useText();
  const say = useSay();
  const now = useNow();
  const log = useLiveQuery(() => readNetworkLog(device));
  if (!log) return null;
  const hosts = [...new Set(log.map(({ host }) => host))];
  const since = Math.min(...log.map(({ first }) => first));
  // What goes over an open connection is not measured.
  const bytes = ({ kind }: LoggedExchanges, sum: number) => (kind === 'live' ? '–' : size(sum));
  const when = (at: number) => (new Date(at).toDateString() === new Date(now).toDateString() ? time(at) : date(at, now));
  return (
    <section aria-labelledby="privacy-log">
      <div className="flex items-center gap-2">
        <h2 className="grow" id="privacy-log">
          {t('settingsSent')}
        </h2>
        {log.length > 0 && (
          <button
            type="button"
            className="btn line"
            onClick={() => {
              void clearNetworkLog(device);
              say(t('settingsSentCleared'));
            }}
          >
            {t('settingsSentClear')}
          </button>
        )}
      </div>
      {log.length === 0 ? (
        <p className="mt-1 text-ink-2">{t('settingsSentNothing')}</p>
      ) : (
        <>
          <p className="help">{t('settingsSentSince', { when: fullDate(since) })}</p>
          <table className="settings-table">
            <thead>
              <tr>
                <th scope="col">{t('settingsSentWhat')}</th>
                <th scope="col" className="num">
                  {t('settingsSentTimes')}
                </th>
                <th scope="col" className="num">
                  {t('settingsSentOut')}
                </th>
                <th scope="col" className="num">
                  {t('settingsSentIn')}
                </th>
                <th scope="col" className="num">
                  {t('settingsSentLast')}
                </th>
              </tr>
            </thead>
            {hosts.map((host) => (
              <tbody key={host}>
                <tr>
                  <th scope="rowgroup" colSpan={5} className="wrap-anywhere">
                    {host}
                  </th>
                </tr>
                {log
                  .filter((line) => line.host === host)
                  .map((line) => (
                    <tr key={line.kind}>
                      <td>
                        {t(kinds[line.kind])}
                        {line.failed > 0 && <span className="block text-xs text-ink-3">{plural('settingsSentFailed', line.failed)}</span>}
                      </td>
                      <td className="num">{number(line.count)}</td>
                      <td className="num">{bytes(line, line.sent)}</td>
                      <td className="num">{bytes(line, line.received)}</td>
                      <td className="num">
                        <time dateTime={new Date(line.last).toISOString()} title={fullDate(line.last)}>
                          {when(line.last)}
                        </time>
                      </td>
                    </tr>
                  ))}
              </tbody>
            ))}
          </table>
        </>
      )}
    </section>
  );
}
