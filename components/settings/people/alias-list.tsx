import { X } from 'lucide-react';
import type { Agent } from '../../../domain/model/agent';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { Icon } from '../../ui/icon';

/** More addresses an agent says are theirs, to be taken out by themselves and by who has account access (CHN-4). */
export function AliasList({ agent, may }: { agent: Agent; may: boolean }) {
  const { t } = useText();
  const perform = usePerform();
  if (!agent.aliases?.length) return null;
  return (
    <ul className="flex basis-full flex-wrap gap-x-4 pl-8" aria-label={t('aliasesOf', { name: agent.name })}>
      {agent.aliases.map((address) => (
        <li key={address} className="flex min-w-0 items-center gap-1 text-xs text-ink-2">
          <span className="wrap-anywhere">{address}</span>
          {may && (
            <button
              type="button"
              className="ib"
              aria-label={t('aliasRemove', { address })}
              onClick={() => void perform('removeAlias', { agentId: agent.id, address }, t('aliasRemoved', { address }))}
            >
              <Icon of={X} size={14} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
