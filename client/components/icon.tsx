/** Line icons on a 20-unit grid; always beside words, so hidden from screen readers. */
const paths = {
  overview: "M3 10.5 10 4l7 6.5M5.5 9v7h9V9",
  optIn: "M4 10.5l4 4 8-9",
  withdrawals: "M8 4H4v12h4M12 6.5 15.5 10 12 13.5M15 10H8",
  understanding: "M4 5h12v8H9l-4 3v-3H4z",
  changes: "M5 3v14M5 4h9l-2 3 2 3H5",
  experiments:
    "M8 3.500h4M8.800 3.500v4.800L4.300 15a1 1 0 0 0 .900 1.500h9.600a1 1 0 0 0 .900-1.500L11.200 8.300V3.500M6.600 12h6.800",
  data: "M4 6c0-3 12-3 12 0s-12 3-12 0v8c0 3 12 3 12 0V6M4 10c0 3 12 3 12 0",
  glossary: "M5 4h8a2 2 0 0 1 2 2v11H7a2 2 0 0 1-2-2zM5 14.500a2 2 0 0 1 2-1.500h8",
  settings: "M4 6h4M12 6h4M4 14h8M16 14h.100M8 4h4v4H8zM11 12h4v4h-4z",
  notices: "M5 3h7l3 3v11H5zM8 8.500h4M8 11.500h4",
  menu: "M3 6h14M3 10h14M3 14h14",
  close: "M5 5l10 10M15 5 5 15",
  chevron: "M6 8l4 4 4-4",
  calendar: "M4 5h12v12H4zM4 9h12M7.500 3v3M12.500 3v3",
  filter: "M3 5h14l-5.500 6.500V16l-3-1.500v-3z",
  download: "M10 3v9M6.500 9 10 12.500 13.500 9M4 16.500h12",
  up: "M10 16V4.500M5.500 9 10 4.500 14.500 9",
  down: "M10 4v11.500M5.500 11 10 15.500 14.500 11",
  flat: "M4 8h12M4 12h12",
  question:
    "M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15M7.500 7.500a2.500 2.500 0 1 1 3.500 2.300c-.700.400-1 .800-1 1.700M10 14.500v.100",
  copy: "M7 7h9v9H7zM4 13V4h9",
  arrow: "M4 10h11M11 6l4 4-4 4",
  alert: "M10 3.500 17.500 16h-15zM10 8.500v3.500M10 14v.100",
  edit: "M4 16l.800-3.500L13 4.300l2.700 2.700-8.200 8.200z",
  trash: "M4.500 6h11M8 6V4h4v2M6 6l.700 10h6.600L14 6",
  check: "M4.500 10.500l3.500 3.500 7.500-8",
  plus: "M10 4v12M4 10h12",
  mixed: "M6.500 16V4.500M3.500 7.500l3-3 3 3M13.500 4v11.500M10.500 12.500l3 3 3-3",
  hourglass: "M5.500 3.500h9M5.500 16.500h9M6.500 3.500c0 4 7 9 7 13M13.500 3.500c0 4-7 9-7 13",
  print: "M6 8V3.500h8V8M6 14H3.500V8h13v6H14M6 12h8v4.500H6z",
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
