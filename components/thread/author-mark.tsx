import { Bot } from 'lucide-react';
import type { Author } from '../../domain/model/message';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { AgentCircle } from '../ui/agent-circle';
import { ContactSquare } from '../ui/contact-square';
import { Icon } from '../ui/icon';
import { authorName } from './author-name';

/** The sign before an entry: circle with colour for a colleague, square without for a customer. */
export function AuthorMark({ author }: { author: Author }) {
  const { agents, me } = useWorkspace();
  const text = useText();
  const agent = author.kind === 'agent' ? agents.get(author.agentId) : undefined;
  if (agent) return <AgentCircle agent={agent} me={agent.id === me} size="s24" />;
  if (author.kind === 'bot')
    return (
      <span className="who bot s24" aria-hidden="true">
        <Icon of={Bot} size={14} />
      </span>
    );
  return <ContactSquare name={authorName(author, agents, text)} />;
}
