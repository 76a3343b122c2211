import { Breadcrumb, BreadcrumbItem } from 'design-react-kit';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigationType } from 'react-router';

/** Where the reader comes in the browser sets the focus, not we. */
let entering = true;

/** One screen: its title in the window and as heading, the way here, and focus on the heading after a navigation. */
export function Page({ title, overline, lead, trail = [], aside, children }: PageProps) {
  const { t } = useTranslation();
  const { key } = useLocation();
  const how = useNavigationType();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title, t]);
  useEffect(() => {
    if (entering) {
      entering = false;
      return;
    }
    if (how !== 'POP') scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [key]);
  return (
    <>
      {trail.length > 0 && (
        <Breadcrumb aria-label={t('app.breadcrumb')} className="trail">
          {trail.map(({ to, label }) => (
            <BreadcrumbItem key={to}>
              <Link to={to}>{label}</Link>
              <span className="separator" aria-hidden="true">
                /
              </span>
            </BreadcrumbItem>
          ))}
          <BreadcrumbItem active aria-current="page">
            {title}
          </BreadcrumbItem>
        </Breadcrumb>
      )}
      <div className="page-head">
        <div className="page-head-words">
          {overline !== undefined && <p className="overline">{overline}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {aside !== undefined && <div className="page-head-aside">{aside}</div>}
      </div>
      {children}
    </>
  );
}

interface PageProps {
  readonly title: string;
  readonly overline?: ReactNode;
  readonly lead?: ReactNode;
  /** From the top to the page above this one. */
  readonly trail?: readonly { readonly to: string; readonly label: string }[];
  /** Beside the title: what can be done with the whole page. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}
