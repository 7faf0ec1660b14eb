import { useEffect, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { openingStands } from '../opening/end-opening';

const shapes = [
  [45, 84, 70],
  [52, 66, 88],
  [36, 90, 58],
  [48, 72, 80],
];

/** Still shapes where rows will be, only after 200 ms: what is fast never flickers. */
export function LoadingRows() {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!shown || openingStands()) return <div className="list" aria-busy="true" />;
  return (
    <div className="list" aria-busy="true">
      <p className="sr-only">{t('loading')}</p>
      {shapes.map((widths) => (
        <div key={widths.join()} className="row" aria-hidden="true">
          <span />
          <div className="grid gap-2.5 py-1">
            {widths.map((width) => (
              <span key={width} className="skel" style={{ width: `${width}%` }} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
