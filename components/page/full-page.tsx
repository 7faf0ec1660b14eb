import { Surface } from '../panel/surface';
import { PageInbox } from './page-inbox';
import { usePageWidth } from './use-page-width';

/** The full page in a tab: views, list, thread and details beside each other (SUR-7), or one column where the tab is narrow. */
export function FullPage() {
  const width = usePageWidth();
  return <Surface>{(settings, kept) => <PageInbox width={width} settings={settings} kept={kept} />}</Surface>;
}
