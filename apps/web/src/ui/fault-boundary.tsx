import { Component, type ReactNode } from 'react';

interface FaultBoundaryProps {
  /** Another place is another try. */
  readonly place: string;
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** A fault in one screen leaves the rest of the page standing. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly brokenAt: string | null }> {
  override state = { brokenAt: null as string | null };

  override componentDidCatch(): void {
    this.setState({ brokenAt: this.props.place });
  }

  static getDerivedStateFromError(): { readonly brokenAt: string } {
    return { brokenAt: '' };
  }

  override componentDidUpdate(before: FaultBoundaryProps): void {
    if (this.state.brokenAt !== null && before.place !== this.props.place) this.setState({ brokenAt: null });
  }

  override render(): ReactNode {
    return this.state.brokenAt === null ? this.props.children : this.props.fallback;
  }
}
