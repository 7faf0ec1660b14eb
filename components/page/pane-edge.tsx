import { useRef } from 'react';
import { type Pane, within } from './pane-layout';

interface Props {
  label: string;
  /** The id of the pane it makes wider, and that pane's measures. */
  controls: string;
  pane: Pane;
  /** The side of its pane it stands on. */
  side: 'left' | 'right';
  usual: number;
  onDraw(width: number): void;
  onKeep(width: number): void;
  onFold?: (() => void) | undefined;
}

const step = 16;

/** The edge between two panes: dragged, or moved with the arrows; Enter folds the pane away, a double press gives it its usual width. */
export function PaneEdge({ label, controls, pane, side, usual, onDraw, onKeep, onFold }: Props) {
  const { width, least, most } = pane;
  const outward = side === 'right' ? 1 : -1;
  const last = useRef(width);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the pattern for a splitter, hr cannot be one
    <div
      className={`pane-edge ${side}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onDoubleClick={() => onKeep(within(usual, least, most))}
      onKeyDown={(event) => {
        const to = { ArrowLeft: width - step * outward, ArrowRight: width + step * outward, Home: least, End: most }[event.key];
        if (to !== undefined) onKeep(within(to, least, most));
        else if (event.key === 'Enter' && onFold) onFold();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        const from = event.clientX;
        const edge = event.currentTarget;
        edge.setPointerCapture(event.pointerId);
        let dragged = false;
        const move = (now: PointerEvent) => {
          dragged = true;
          last.current = within(width + (now.clientX - from) * outward, least, most);
          onDraw(last.current);
        };
        edge.addEventListener('pointermove', move);
        edge.addEventListener(
          'lostpointercapture',
          () => {
            edge.removeEventListener('pointermove', move);
            if (dragged) onKeep(last.current);
          },
          { once: true },
        );
      }}
    />
  );
}
