import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { viewCounts } from '../../utils/store/view-counts';
import { AddressText } from '../context/address-text';
import { InboxSwitcher } from '../panel/inbox-switcher';
import { placeName } from '../panel/place-name';
import { useWorkspace, WorkspaceContext } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import type { RailLine, Section } from './section';

interface Props {
  sections: readonly Section[];
  /** The path one is at; empty where the address names none and the first is shown. */
  current: string | undefined;
  inboxId: Id | undefined;
}

const groups = ['inbox', 'channels', 'workspace', 'device'] as const;

/** The sections there are, by what they belong to: the inbox, its channels, the workspace, this device (INB-5). */
export function SettingsRail({ sections, current, inboxId }: Props) {
  const text = useText();
  const { t } = text;
  const workspace = useContext(WorkspaceContext);
  const linesOf = ({ id, title, icon, lines }: Section): RailLine[] => {
    if (!lines) return [{ path: id, label: t(title), icon }];
    return workspace && inboxId ? lines(workspace, inboxId, text) : [];
  };
  const lines = groups.map((group) => ({ group, lines: sections.filter((section) => section.group === group).flatMap(linesOf) }));
  const first = lines.flatMap((one) => one.lines)[0];
  // The line that names most of the address: a page of a line's own, such as a tab, has none in the rail.
  const under = lines.flatMap((one) => one.lines).filter(({ path }) => current === path || current?.startsWith(`${path}/`));
  const at =
    current === ''
      ? first
      : under.reduce<RailLine | undefined>((most, line) => (line.path.length > (most?.path.length ?? 0) ? line : most), undefined);
  const heads: Record<(typeof groups)[number], ReactNode> = {
    inbox: workspace && inboxId && <CountedSwitcher inboxId={inboxId} />,
    channels: t('settingsChannels'),
    workspace: workspace && placeName(workspace.connection, text),
    device: t('settingsThisDevice'),
  };
  return (
    <nav className="settings-rail" aria-label={t('settingsTitle')}>
      <a className="view-line no-underline" href="/inbox.html">
        <Icon of={ArrowLeft} />
        <span className="cut">{t('settingsBack')}</span>
      </a>
      {lines
        .filter((one) => one.lines.length > 0)
        .map(({ group, lines: its }) => (
          <section key={group} aria-labelledby={`settings-${group}`}>
            <h2 className="settings-group" id={`settings-${group}`}>
              {heads[group]}
            </h2>
            {its.map((line) => (
              <a
                key={line.path}
                className={`view-line no-underline ${line.begins ? 'begins' : ''}`}
                href={`#/${line.path}`}
                aria-current={line.path === at?.path ? 'page' : undefined}
              >
                <Icon of={line.icon} />
                <span className="cut">
                  <AddressText>{line.label}</AddressText>
                </span>
              </a>
            ))}
          </section>
        ))}
    </nav>
  );
}

/** Nothing else here counts the inbox one is in. */
function CountedSwitcher({ inboxId }: { inboxId: Id }) {
  const { db } = useWorkspace();
  const counts = useLiveQuery(() => viewCounts(db, inboxId), [db, inboxId]);
  return <InboxSwitcher inboxId={inboxId} open={counts?.open} onSwitch={(id) => location.assign(`#/inbox/${id}`)} />;
}
