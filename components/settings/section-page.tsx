import { useEffect } from 'react';
import { useLater } from '../panel/use-later';
import type { Section, SectionProps } from './section';

/** The page of a section, once its chunk is here. When what had the focus is gone, it goes to the page's heading. */
export function SectionPage({ section, ...props }: SectionProps & { section: Section }) {
  const loaded = useLater(section.load, true);
  const shown = loaded !== undefined;
  useEffect(() => {
    if (shown && document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [shown]);
  return <main className="settings-main">{loaded && <loaded.Page {...props} />}</main>;
}
