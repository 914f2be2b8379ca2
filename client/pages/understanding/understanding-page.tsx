export function UnderstandingPage() {
  return null;
}
