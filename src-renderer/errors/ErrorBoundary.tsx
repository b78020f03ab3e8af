import { Component, type ReactNode } from 'react';
import { Crash } from './Crash.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Catches bugs only: shows that nothing stored is lost and offers to load the window again. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Crash /> : this.props.children;
  }
}
