import { useWorkspace } from '../panel/workspace-context';
import { useKeptDraft } from './use-kept-draft';

export interface NameDraft {
  /** As it is typed; `undefined` where nothing was. */
  typed: string | undefined;
  /** It says something else than what is stored. */
  changed: boolean;
  set(typed: string): void;
  drop(): void;
}

/** What is typed of a name until it is saved or cancelled; `of`: of what, by its ids. */
export function useNameDraft(of: string, name: string): NameDraft {
  const { connection } = useWorkspace();
  const differs = ({ typed = name }: { typed?: string }) => typed.trim() !== name;
  const [draft, keep] = useKeptDraft<{ typed: string }>(`name/${connection.id}/${of}`, differs);
  return { typed: draft.typed, changed: differs(draft), set: (typed) => keep({ typed }), drop: () => keep(undefined) };
}
