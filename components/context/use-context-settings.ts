import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';
import { type ContextChoices, usualContext } from '../../domain/model/context-settings';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';

export interface ContextSettingsHere {
  choices: ContextChoices;
  change(to: (from: ContextChoices) => Partial<ContextChoices>): void;
}

/** What this agent wants to see beside a thread (CTX-2, CTX-3, CTX-5); `undefined` until read. */
export function useContextSettings(): ContextSettingsHere | undefined {
  const { db, me } = useWorkspace();
  const perform = usePerform();
  const read = async () => (await db.contextSettings.get(me)) ?? usualContext;
  const choices = useLiveQuery(read, [db, me]);
  // One after the other, each from what the one before left: two quick choices are both kept.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return (
    choices && {
      choices,
      change(to) {
        const write = async () => perform('arrangeContext', to(await read()));
        last.current = last.current.then(write, write);
      },
    }
  );
}
