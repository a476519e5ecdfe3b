declare module 'asl-validator' {
  type Verdict = { isValid: boolean; errors: unknown[] };
  const valider: ((definition: unknown) => Verdict) & { default?: (definition: unknown) => Verdict };
  export default valider;
}
