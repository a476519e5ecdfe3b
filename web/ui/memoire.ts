/** What the tab remembers across a reload. Some browsers refuse any storage: the page then works without. */
export const relire = <T>(nom: string): T | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(nom) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

export const garder = (nom: string, valeur: unknown): void => {
  try {
    sessionStorage.setItem(nom, JSON.stringify(valeur));
  } catch {
    // Full or forbidden: nothing that the person can do.
  }
};

export const oublierTout = (): void => {
  try {
    sessionStorage.clear();
  } catch {
    // Forbidden: nothing was kept either.
  }
};

export const oublier = (nom: string): void => {
  try {
    sessionStorage.removeItem(nom);
  } catch {
    // Forbidden: nothing was kept either.
  }
};
