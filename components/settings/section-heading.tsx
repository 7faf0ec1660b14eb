import type { ReactNode } from 'react';
import { AddressText } from '../context/address-text';

/** The heading every page of the settings begins with, and a line about it. */
export function SectionHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="settings-head">
      <h1 className="wrap-anywhere text-xl font-semibold" tabIndex={-1}>
        {title.includes('@') ? <AddressText>{title}</AddressText> : title}
      </h1>
      {children && <div className="mt-1 text-xs text-ink-3">{children}</div>}
    </header>
  );
}
