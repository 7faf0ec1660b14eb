import { CircleAlert, RefreshCw } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { TextContext } from '../../utils/i18n/text-context';
import { Icon } from './icon';

interface Props {
  children: ReactNode;
}

/** A screen that fails says so and reloads on a press. Drafts lie in the database, so nothing typed is lost with it. */
export class ErrorBoundary extends Component<Props, { error: Error | undefined }> {
  static override contextType = TextContext;
  declare context: React.ContextType<typeof TextContext>;
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error('screen failed', error, info.componentStack);
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { t } = this.context;
    return (
      <main className="screen p-3">
        <div className="notice late" role="alert">
          <Icon of={CircleAlert} />
          <div className="min-w-0 grow">
            <b>{t('screenFailed')}</b>
            <p className="text-ink-2">{t('screenFailedKept')}</p>
            <pre className="mt-2 max-h-40 overflow-auto whitespace-pre-wrap text-xs text-ink-3">{error.message}</pre>
            <button type="button" className="btn line mt-2" onClick={() => location.reload()}>
              <Icon of={RefreshCw} size={14} />
              {t('reload')}
            </button>
          </div>
        </div>
      </main>
    );
  }
}
