import { Component } from 'preact';
import type { ComponentChildren, JSX } from 'preact';
import { FaultScreen } from './fault-screen.tsx';

type Props = { readonly children: ComponentChildren; /** A new place is a new start. */ readonly place: string };
type State = { readonly failed: boolean };

/** A screen that breaks leaves the telephone number and a way back, never an empty page. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static override getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.failed) this.setState({ failed: false });
  }

  override render(): JSX.Element {
    if (this.state.failed) return <FaultScreen onAgain={() => this.setState({ failed: false })} />;
    return <>{this.props.children}</>;
  }
}
