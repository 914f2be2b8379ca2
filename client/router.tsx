/** The pages, each loaded when first opened; `handle` says what the shell shows around it. */
import { createBrowserRouter, type RouteObject } from "react-router";
import { PageError } from "./pages/shell/page-error.tsx";
import type { PageHandle } from "./pages/shell/page-handle.ts";
import { Shell } from "./pages/shell/shell.tsx";

function page(
  path: string,
  handle: PageHandle,
  load: NonNullable<RouteObject["lazy"]>,
): RouteObject {
  return { path, handle, lazy: load, errorElement: <PageError /> };
}

const experiment: PageHandle = {
  title: "nav.experiments",
  question: "experiments.question",
  isFiltered: false,
  isSelfTitled: true,
};

export function createRouter() {
  return createBrowserRouter([
    {
      path: "/",
      element: <Shell />,
      errorElement: <PageError />,
      hydrateFallbackElement: <></>,
      children: [
        page(
          "/",
          { title: "nav.overview", question: "overview.question", isFiltered: true },
          async () => ({
            Component: (await import("./pages/overview/overview-page.tsx")).OverviewPage,
          }),
        ),
        page(
          "opt-in",
          { title: "nav.optIn", question: "optIn.question", isFiltered: true, hasSeries: true },
          async () => ({
            Component: (await import("./pages/opt-in/opt-in-page.tsx")).OptInPage,
          }),
        ),
        page(
          "withdrawals",
          {
            title: "nav.withdrawals",
            question: "withdrawals.question",
            isFiltered: true,
            hasSeries: true,
          },
          async () => ({
            Component: (await import("./pages/withdrawals/withdrawals-page.tsx")).WithdrawalsPage,
          }),
        ),
        page(
          "understanding",
          {
            title: "nav.understanding",
            question: "understanding.question",
            isFiltered: true,
            hasSeries: true,
          },
          async () => ({
            Component: (await import("./pages/understanding/understanding-page.tsx"))
              .UnderstandingPage,
          }),
        ),
        page(
          "changes",
          { title: "nav.changes", question: "changes.question", isFiltered: false },
          async () => ({
            Component: (await import("./pages/changes/changes-page.tsx")).ChangesPage,
          }),
        ),
        page(
          "changes/:id",
          {
            title: "nav.changes",
            question: "changes.question",
            isFiltered: false,
            isSelfTitled: true,
          },
          async () => ({
            Component: (await import("./pages/changes/change-page.tsx")).ChangePage,
          }),
        ),
        page(
          "experiments",
          { title: "nav.experiments", question: "experiments.question", isFiltered: false },
          async () => ({
            Component: (await import("./pages/experiments/experiments-page.tsx")).ExperimentsPage,
          }),
        ),
        page("experiments/:id", experiment, async () => ({
          Component: (await import("./pages/experiments/experiment-page.tsx")).ExperimentPage,
        })),
        page("experiments/:id/edit", experiment, async () => ({
          Component: (await import("./pages/experiments/editor-page.tsx")).EditExperimentPage,
        })),
        page("new-experiment", experiment, async () => ({
          Component: (await import("./pages/experiments/editor-page.tsx")).NewExperimentPage,
        })),
        page(
          "notices",
          { title: "nav.notices", question: "notices.question", isFiltered: false },
          async () => ({
            Component: (await import("./pages/notices/notices-page.tsx")).NoticesPage,
          }),
        ),
        page(
          "notices/:notice",
          {
            title: "nav.notices",
            question: "notices.question",
            isFiltered: false,
            isSelfTitled: true,
          },
          async () => ({
            Component: (await import("./pages/notices/notice-page.tsx")).NoticePage,
          }),
        ),
        ...["new-notice", "notices/:notice/edit"].map((path) =>
          page(
            path,
            {
              title: "nav.notices",
              question: "notices.question",
              isFiltered: false,
              isSelfTitled: true,
            },
            async () => ({
              Component: (await import("./pages/notices/workbench-page.tsx")).WorkbenchPage,
            }),
          ),
        ),
        page(
          "data",
          { title: "nav.data", question: "data.question", isFiltered: false },
          async () => ({
            Component: (await import("./pages/data/data-page.tsx")).DataPage,
          }),
        ),
        page(
          "settings",
          { title: "nav.settings", question: "settings.question", isFiltered: false },
          async () => ({
            Component: (await import("./pages/settings/settings-page.tsx")).SettingsPage,
          }),
        ),
        page(
          "glossary",
          { title: "nav.glossary", question: "glossary.question", isFiltered: false },
          async () => ({
            Component: (await import("./pages/glossary/glossary-page.tsx")).GlossaryPage,
          }),
        ),
        page(
          "glossary/:metric",
          {
            title: "nav.glossary",
            question: "glossary.question",
            isFiltered: false,
            isSelfTitled: true,
          },
          async () => ({
            Component: (await import("./pages/glossary/definition-page.tsx")).DefinitionPage,
          }),
        ),
        page(
          "*",
          { title: "notFound.title", question: "notFound.question", isFiltered: false },
          async () => ({
            Component: (await import("./pages/shell/not-found.tsx")).NotFound,
          }),
        ),
      ],
    },
  ]);
}
