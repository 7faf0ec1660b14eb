import { useCallback } from 'react';
import { askBackground } from '../../utils/browser/ask-background';

/** Tells the worker that something was queued. The act is safe already: a nudge that does not arrive costs delay, never data. */
export function useNudge(): () => void {
  return useCallback(() => {
    askBackground({ type: 'nudge' }).catch((error: unknown) => console.warn('the worker was not reached, the next alarm will do', error));
  }, []);
}
