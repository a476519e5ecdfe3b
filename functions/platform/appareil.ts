/** The order matters: Edge and Opera also say that they are Chrome, and Chrome that it is Safari. */
const NAVIGATEURS = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const SYSTEMES = [
  [/\b(iPhone|iPad)\b/, 'iPhone ou iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const;

const trouver = (parmi: readonly (readonly [RegExp, string])[], texte: string): string | undefined =>
  parmi.find(([signe]) => signe.test(texte))?.[1];

/** What a browser says of itself, no finer than a person would: « Firefox sur Windows ». */
export const appareilDe = (agentUtilisateur: string | undefined): string => {
  const navigateur = trouver(NAVIGATEURS, agentUtilisateur ?? '');
  const systeme = trouver(SYSTEMES, agentUtilisateur ?? '');
  if (!navigateur) return systeme ?? 'Appareil inconnu';
  return systeme ? `${navigateur} sur ${systeme}` : navigateur;
};
