import type { Agent } from '../../domain/model/agent';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { AgentCircle } from '../ui/agent-circle';

/** Members of the inbox whose name fits what stands after the `@`; others could not read it (D23). */
export function MentionList({ people, chosen, onChoose }: { people: readonly Agent[]; chosen: number; onChoose(agent: Agent): void }) {
  const { t } = useText();
  const { me } = useWorkspace();
  return (
    <div className="pop absolute bottom-full right-3 mb-1" role="listbox" aria-label={t('mentionSomebody')}>
      {people.map((agent, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, arrows move here
        <div
          key={agent.id}
          role="option"
          aria-selected={index === chosen}
          className={`mi ${index === chosen ? 'bg-selected' : ''}`}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(agent);
          }}
        >
          <AgentCircle agent={agent} me={agent.id === me} size="s20" />
          {agent.name}
        </div>
      ))}
    </div>
  );
}
