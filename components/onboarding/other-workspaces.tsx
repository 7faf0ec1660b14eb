import { useLiveQuery } from 'dexie-react-hooks';
import { useText } from '../../utils/i18n/use-text';
import { device } from '../panel/device';
import { placeName } from '../panel/place-name';
import { useWorkspace } from '../panel/workspace-context';

/** The workspaces this device has beside this one, to go on with. */
export function OtherWorkspaces() {
  const text = useText();
  const { connection } = useWorkspace();
  const others = useLiveQuery(async () => (await device.connections.toArray()).filter(({ id }) => id !== connection.id), [connection.id]) ?? [];
  if (others.length === 0) return null;
  return (
    <section className="mt-6" aria-label={text.t('connections')}>
      <h2 className="label">{text.t('connections')}</h2>
      <ul>
        {others.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="btn line mt-2 wrap-anywhere"
              onClick={() => void device.connections.update(one.id, { lastOpenedAt: Date.now() })}
            >
              {`${one.agentName} · ${placeName(one, text)}`}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
