// Runs before the first paint, so that a chosen theme does not flash. Storage may be blocked: then the system's theme holds.
try {
  const theme = localStorage.getItem("candor.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}
