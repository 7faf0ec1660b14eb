import { useEffect } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { OneColumn } from '../inbox/one-column';
import { useInbox } from '../inbox/use-inbox';
import type { Whereabouts } from '../inbox/whereabouts';
import type { DeviceSettings } from '../panel/device-settings';
import type { KeptPlace } from '../panel/use-place';
import { leastForPanes } from './pane-layout';
import { Panes } from './panes';
import { usePagePlace } from './use-page-place';

interface Props {
  width: number;
  settings: DeviceSettings;
}

/** The inbox where the tab's address says. */
export function PageInbox({ kept, ...props }: Props & { kept: KeptPlace }) {
  const where = usePagePlace(kept);
  return where ? <InboxAt where={where} {...props} /> : null;
}

function InboxAt({ where, width, settings }: Props & { where: Whereabouts }) {
  const text = useText();
  const wide = width >= leastForPanes;
  const inbox = useInbox(where, { beside: wide });
  const { subject } = inbox;
  const title = subject ? titleOf(subject.conversation, text) : inbox.viewName;
  useEffect(() => {
    document.title = `${title} · Samtale`;
  }, [title]);
  if (wide) return <Panes inbox={inbox} width={width} settings={settings} />;
  return <OneColumn inbox={inbox} settings={settings} />;
}
