export function vqaAccuracy(given: string, expected: string): number {
  return given.trim().toLowerCase() === expected.trim().toLowerCase() ? 1 : 0;
}
