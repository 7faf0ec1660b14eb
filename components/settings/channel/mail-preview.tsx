import { Monitor, Smartphone } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { fromOf } from '../../../domain/mail/from-of';
import { signatureOf } from '../../../domain/mail/signature-of';
import { signed } from '../../../domain/mail/signed';
import type { Channel } from '../../../domain/model/channel';
import { escapeHtml } from '../../../domain/text/escape-html';
import { useText } from '../../../utils/i18n/use-text';
import { sanitiseMail } from '../../../utils/mail-view/sanitise-mail';
import { useWorkspace } from '../../panel/workspace-context';
import { MailFrame } from '../../thread/mail-frame';
import { IconButton } from '../../ui/icon-button';

const nothing: ReadonlyMap<number, string> = new Map();

/** An answer as a customer gets it: from name and signature by the very rules that write the mail, for a chosen agent (CHN-3). */
export function MailPreview({ channel }: { channel: Channel & { address: string } }) {
  const { t, locale } = useText();
  const { agents, members, me } = useWorkspace();
  const id = useId();
  const [agentId, setAgentId] = useState(me);
  const [narrow, setNarrow] = useState(false);
  const team = members
    .flatMap(({ inboxId, agentId: one, inactive }) => (inboxId === channel.inboxId && !inactive ? (agents.get(one) ?? []) : []))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  const agent = agents.get(agentId) ?? team[0] ?? { name: '' };
  const html = `<p>${escapeHtml(t('chnPreviewHello'))}</p><p>${escapeHtml(t('chnPreviewText'))}</p>`;
  // The frame stays and takes what is written when there is time: one begun anew at each key would flicker.
  const letter = useDeferredValue(signed({ text: '', html }, signatureOf(channel, agent)).html);
  const mail = useMemo(() => sanitiseMail(letter, { clip: false }), [letter]);
  return (
    <aside className="chn-preview" aria-label={t('chnPreview')}>
      <div className="mb-2 flex items-baseline gap-2">
        <span className="font-semibold">{t('chnPreview')}</span>
        <span className="grow" />
        <span className="text-xs text-ink-3">{t('chnPreviewLive')}</span>
      </div>
      <div className={narrow ? 'chn-letter narrow' : 'chn-letter'}>
        <div className="chn-letter-from">
          <b>{fromOf(channel, agent).name || t('oauFromNameThere')}</b>
          <span>{channel.address}</span>
        </div>
        <MailFrame
          mail={mail}
          title={t('chnPreview')}
          dark={false}
          remote={nothing}
          inPlace={nothing}
          onLink={({ url }) => void window.open(url, '_blank', 'noopener,noreferrer')}
        />
      </div>
      {mail.remote.length > 0 && <p className="help">{t('chnPreviewPictures')}</p>}
      <div className="mt-2 flex items-center gap-2 text-xs text-ink-3">
        <label htmlFor={`${id}-agent`}>{t('chnPreviewFor')}</label>
        <select id={`${id}-agent`} className="chn-agent" value={agentId} onChange={(event) => setAgentId(event.target.value)}>
          {team.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <span className="grow" />
        <IconButton icon={Monitor} small label={t('chnPreviewWide')} aria-pressed={!narrow} onClick={() => setNarrow(false)} />
        <IconButton icon={Smartphone} small label={t('chnPreviewNarrow')} aria-pressed={narrow} onClick={() => setNarrow(true)} />
      </div>
    </aside>
  );
}
