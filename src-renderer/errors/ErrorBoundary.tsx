import { Component, type ReactNode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Language } from '#shared/domain/language.ts';
import { createI18n } from '../i18n/i18n.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Catches bugs: says that nothing stored is lost and offers to reload the window. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Crash /> : this.props.children;
  }
}

/** Shown instead of a crashed window; depends on nothing that could have crashed with it. */
export function Crash() {
  const [words] = useState(() => createI18n(Language.catch('en').parse(document.documentElement.lang)));
  return (
    <I18nextProvider i18n={words}>
      <main role="alert" style={{ height: '100%' }}>
        <EmptyState title={words.t('frame.crashed')} hint={words.t('frame.crashedHint')}>
          <button type="button" onClick={() => window.location.reload()}>
            {words.t('frame.reload')}
          </button>
        </EmptyState>
      </main>
    </I18nextProvider>
  );
}
