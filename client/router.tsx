/** The pages, each loaded when first opened; `handle` says what the shell shows around it. */
import type { QueryClient } from "@tanstack/react-query";
import { createBrowserRouter, type LoaderFunctionArgs, type RouteObject } from "react-router";
import { cohortDimensions } from "#shared/contract/experiment-results.ts";
import { CounterfactualLines, CurveLines, SequenceLines, TimeLines } from "./charts/lines.tsx";
import { choiceOf } from "./filters/use-choice.ts";
import { PageError } from "./pages/shell/page-error.tsx";
import type { PageHandle } from "./pages/shell/page-handle.ts";
import { Shell } from "./pages/shell/shell.tsx";
import { prefetchExperiment } from "./queries/experiments.ts";
import { populationsOptions } from "./queries/populations.ts";
import { statusOptions } from "./queries/status.ts";

/** What a page will ask and draw, begun while its code is on its way. */
type Begin = (asked: LoaderFunctionArgs) => readonly Promise<unknown>[];

function page(
  path: string,
  handle: PageHandle,
  load: NonNullable<RouteObject["lazy"]>,
  begin: Begin = () => [],
): RouteObject {
  return {
    path,
    handle,
    lazy: load,
    // The route waits for none of it; what fails is told by the page, which asks for it again.
    loader: (asked) => {
      void Promise.allSettled(begin(asked));
      return null;
    },
    // What changes while it is open, the page itself asks for.
    shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
    errorElement: <PageError />,
  };
}

const experiment: PageHandle = {
  title: "nav.experiments",
  question: "experiments.question",
  isFiltered: false,
  isSelfTitled: true,
};

export function createRouter(client: QueryClient) {
  // What every page needs to know, before any page's code is there.
  void client.prefetchQuery(statusOptions());
  void client.prefetchQuery(populationsOptions());
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
          () => [TimeLines.load()],
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
          () => [TimeLines.load(), CurveLines.load()],
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
          () => [TimeLines.load()],
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
          () => [CounterfactualLines.load()],
        ),
        page(
          "experiments",
          { title: "nav.experiments", question: "experiments.question", isFiltered: false },
          async () => ({
            Component: (await import("./pages/experiments/experiments-page.tsx")).ExperimentsPage,
          }),
        ),
        page(
          "experiments/:id",
          experiment,
          async () => ({
            Component: (await import("./pages/experiments/experiment-page.tsx")).ExperimentPage,
          }),
          ({ params: { id = "" }, request }) => {
            const by = choiceOf(new URL(request.url).searchParams, "by", cohortDimensions);
            return [prefetchExperiment(client, id, by), TimeLines.load(), SequenceLines.load()];
          },
        ),
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
