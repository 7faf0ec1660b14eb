import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Icon } from './icon';

interface Props extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  /** What it does, in words: the name for screen readers and the tooltip. */
  label: string;
  small?: boolean;
}

/** A button that shows only an icon; its label is always there in words. */
export function IconButton({ icon, label, small = false, className = '', ...rest }: Props) {
  return (
    <button type="button" className={`ib ${small ? 'sm' : ''} ${className}`} aria-label={label} title={label} {...rest}>
      <Icon of={icon} size={small ? 14 : 16} />
    </button>
  );
}
