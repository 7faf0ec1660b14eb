import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Say = (words: string, how?: 'polite' | 'assertive') => void;
const LiveContext = createContext<Say>(() => undefined);

/** Says words to a screen reader without moving anything: `say('Saved')`; assertive only for what must stop a person. */
export const useSay = (): Say => useContext(LiveContext);

export function LiveRegion({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const say = useCallback<Say>((words, how = 'polite') => {
    const set = how === 'polite' ? setPolite : setAssertive;
    // The same words twice are only heard again when the text changes in between.
    set((before) => (before === words ? `${words}\u00a0` : words));
  }, []);
  return (
    <LiveContext value={say}>
      {children}
      <div className="sr-only" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="sr-only" role="alert" aria-live="assertive">
        {assertive}
      </div>
    </LiveContext>
  );
}
