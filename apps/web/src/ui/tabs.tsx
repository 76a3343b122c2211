import { NavLink } from 'react-router';

/** Pages that belong together, as links in a row. */
export function Tabs({ name, tabs }: { readonly name: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={name}>
      <ul>
        {tabs.map(({ to, label, end }) => (
          <li key={to}>
            <NavLink to={to} end={end ?? false}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Tab {
  readonly to: string;
  readonly label: string;
  /** Only that very address, not those under it. */
  readonly end?: boolean;
}
