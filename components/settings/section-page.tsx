import { useContext, useEffect } from 'react';
import { useLater } from '../panel/use-later';
import { whyNot } from '../panel/why-not';
import { WorkspaceContext } from '../panel/workspace-context';
import { NeedsHubPage } from './needs-hub-page';
import type { Section, SectionProps } from './section';

/** The page of a section, once its chunk is here. When what had the focus is gone, it goes to the page's heading. */
export function SectionPage({ section, ...props }: SectionProps & { section: Section }) {
  const loaded = useLater(section.load, true);
  const shown = loaded !== undefined;
  useEffect(() => {
    if (shown && document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [shown]);
  const workspace = useContext(WorkspaceContext);
  const why = section.needs && workspace && whyNot(workspace.source, section.needs);
  return <main className="settings-main">{why ? <NeedsHubPage title={section.title} why={why} /> : loaded && <loaded.Page {...props} />}</main>;
}
