import { useId, useState } from 'react';
import { signatureMarkup } from '../../../domain/text/composed-html';
import { useText } from '../../../utils/i18n/use-text';
import { useLater } from '../../panel/use-later';
import { isSimple, nameTokens, written } from './signature-html';

const loadEditor = () => import('./signature-editor');

interface Props {
  html: string;
  may: boolean;
  onChange(html: string): void;
}

/** The team's signature (CHN-3), in a simple editor or as HTML; the simple one is there only for what it keeps whole. */
export function SignatureField({ html, may, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const simple = isSimple(html);
  const [asHtml, setAsHtml] = useState(!simple);
  const editor = useLater(loadEditor, may && simple);
  const mode = (value: boolean, label: string, reason?: string) => (
    <button
      type="button"
      className="btn xs chn-mode"
      aria-pressed={asHtml === value}
      aria-disabled={reason !== undefined}
      aria-describedby={reason ? `${id}-help` : undefined}
      onClick={() => !reason && setAsHtml(value)}
    >
      {label}
    </button>
  );
  const showHtml = asHtml || !simple;
  return (
    <div className="mt-4">
      <div className="mb-1 flex items-center gap-2">
        <span className="font-semibold" id={`${id}-label`}>
          {t('chnSignature')}
        </span>
        <span className="grow" />
        {may && (
          <fieldset className="flex">
            <legend className="sr-only">{t('chnSignatureMode')}</legend>
            {mode(false, t('chnSignatureSimple'), simple ? undefined : t('chnSignatureTooRich'))}
            {mode(true, t('chnSignatureHtml'))}
          </fieldset>
        )}
      </div>
      {showHtml || !may ? (
        <textarea
          className="chn-html"
          rows={8}
          value={may ? html : signatureMarkup(html)}
          readOnly={!may}
          onChange={(event) => onChange(event.target.value)}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-help`}
          maxLength={20_000}
          spellCheck={false}
        />
      ) : (
        editor && <editor.SignatureEditor html={html} label={t('chnSignature')} onChange={onChange} />
      )}
      <p className="help" id={`${id}-help`}>
        {may && !simple ? `${t('chnSignatureTooRich')} ` : ''}
        {showHtml && may ? t('chnSignatureHtmlHelp', { tokens: nameTokens.map(written).join(', ') }) : t('chnSignatureHelp')}
      </p>
    </div>
  );
}
