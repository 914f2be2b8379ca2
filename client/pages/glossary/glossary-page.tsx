export function GlossaryPage() {
  return null;
}
