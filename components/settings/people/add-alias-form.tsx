import { type FormEvent, useState } from 'react';
import { isSendableAddress } from '../../../domain/mail/is-sendable-address';
import { foldAddress } from '../../../domain/model/address';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { TextField } from '../channel/text-field';
import { useAddressProblem } from '../channel/use-address-problem';
import { useKeptDraft } from '../use-kept-draft';

/** One more address that is mine, and what that does and does not (CHN-4, CHN-5). */
export function AddAliasForm() {
  const { t } = useText();
  const { me, connection } = useWorkspace();
  const perform = usePerform();
  const [{ typed = '' }, keep] = useKeptDraft<{ typed: string }>(`alias/${connection.id}`, (draft) => (draft.typed ?? '').trim() !== '');
  const [tried, setTried] = useState(false);
  const address = foldAddress(typed);
  const taken = useAddressProblem(address);
  const problem = taken ?? (tried && !isSendableAddress(address) ? t('aliasNoAddress') : undefined);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (taken || !isSendableAddress(address)) return;
    if (await perform('addAlias', { agentId: me, address }, t('aliasAdded', { address }))) {
      keep(undefined);
      setTried(false);
    }
  };
  return (
    <form className="mt-8 max-w-100" onSubmit={(event) => void add(event)} noValidate>
      <h2 className="text-md font-semibold">{t('aliasTitle')}</h2>
      <p className="mb-3 text-ink-2">{t('aliasLead')}</p>
      <TextField label={t('aliasAddress')} type="email" value={typed} onChange={(to) => keep({ typed: to })} maxLength={320} problem={problem} />
      <button type="submit" className="btn line mt-2" aria-disabled={address === '' || problem !== undefined}>
        {t('aliasAdd')}
      </button>
    </form>
  );
}
