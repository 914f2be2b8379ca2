import { Suspense, useEffect, useRef, useState } from "react";
import { Link, Outlet, ScrollRestoration, useLocation, useMatches } from "react-router";
import { Dialog } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { LoadError, Skeleton } from "../../components/query-boundary.tsx";
import { useView } from "../../filters/use-view.ts";
import { t, translateIfKnown } from "../../i18n/translate.ts";
import { usePopulations } from "../../queries/populations.ts";
import { useStatus } from "../../queries/status.ts";
import { useFreshFigures } from "../../queries/use-fresh-figures.ts";
import { FilterBar } from "./filter-bar.tsx";
import { FirstData } from "./first-data.tsx";
import { Freshness } from "./freshness.tsx";
import { Navigation } from "./navigation.tsx";
import type { PageHandle } from "./page-handle.ts";
import { ThemeToggle } from "./theme-toggle.tsx";
import { WorldBanner } from "./world-banner.tsx";

export function Shell() {
  const handle = useMatches().at(-1)?.handle as PageHandle | undefined;
  const { pathname } = useLocation();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  const status = useStatus();
  useFreshFigures(status.data?.dataVersion);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    setMenuOpen(false);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  const title = translateIfKnown(handle?.title ?? "app.name") ?? "";
  const brand = (
    <Link className="brand" to="/">
      <img src="/favicon.svg" alt="" /> {t("app.name")}
    </Link>
  );
  return (
    <div className="shell">
      {!handle?.isSelfTitled && <title>{t("app.title", { page: title })}</title>}
      <a className="skip-link" href="#content">
        {t("app.skip")}
      </a>
      <header className="top-bar">
        {brand}
        <button
          type="button"
          className="icon-button"
          aria-label={t("app.menu")}
          onClick={() => setMenuOpen(true)}
        >
          <Icon name="menu" />
        </button>
        <Dialog
          isOpen={isMenuOpen}
          title={t("app.name")}
          onClose={() => setMenuOpen(false)}
          variant="drawer"
        >
          <Navigation onNavigate={() => setMenuOpen(false)} />
          <ThemeToggle />
        </Dialog>
      </header>
      <header className="side">
        {brand}
        <Navigation />
        <div className="side-foot">
          <ThemeToggle />
        </div>
      </header>
      <main id="content" className="main" ref={main} tabIndex={-1}>
        {status.data !== undefined && <WorldBanner status={status.data} />}
        <div className="page">
          {!handle?.isSelfTitled && (
            <div className="page-head">
              <div>
                <h1>{title}</h1>
                {handle !== undefined && (
                  <p className="muted">{translateIfKnown(handle.question)}</p>
                )}
              </div>
              {status.data !== undefined && <Freshness status={status.data} />}
            </div>
          )}
          <Body handle={handle} />
        </div>
      </main>
      <ScrollRestoration getKey={(location) => location.pathname} />
    </div>
  );
}

/** Pages can ask nothing before the as-of day is known, and a filtered page has nothing to ask of an empty store. */
function Body({ handle }: { handle: PageHandle | undefined }) {
  const status = useStatus();
  const { weights } = useView().view;
  const populations = usePopulations();
  if (status.data === undefined) {
    return status.error === null ? (
      <Skeleton size="page" />
    ) : (
      <LoadError error={status.error} onRetry={status.refetch} />
    );
  }
  // A figure that turns into a weighted one is worse than one that comes a moment later.
  if (handle?.isFiltered && weights !== null && populations.isPending) {
    return <Skeleton size="page" />;
  }
  if (handle?.isFiltered && status.data.asOf === null) return <FirstData status={status.data} />;
  return (
    <>
      {handle?.isFiltered && <FilterBar hasSeries={handle.hasSeries ?? false} />}
      <Suspense fallback={<Skeleton size="page" />}>
        <Outlet />
      </Suspense>
    </>
  );
}
