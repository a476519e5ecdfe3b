import type { Entree } from '../functions/actions.ts';

export type Trouvee = { nom: string; route: string; parametres: Record<string, string> };
export type Routeur = (methode: string, chemin: string) => Trouvee | undefined;

/** Finds the action of a request as API Gateway does: a segment spelled out wins over a `{parameter}`. */
export const routeur = (entrees: readonly Entree[]): Routeur => {
  const routes = entrees.flatMap(({ nom, contract: { route } }) => {
    if (route === undefined) return [];
    const [methode = '', modele = ''] = route.split(' ');
    return [{ nom, route, methode, segments: modele.split('/') }];
  });
  const precision = ({ segments }: { segments: string[] }) =>
    segments.map((segment) => (estParametre(segment) ? '1' : '0')).join('');
  routes.sort((a, b) => precision(a).localeCompare(precision(b)));
  return (methode, chemin) => {
    const segments = chemin.split('/');
    for (const candidate of routes) {
      if (candidate.methode !== methode) continue;
      const parametres = accorder(candidate.segments, segments);
      if (parametres) return { nom: candidate.nom, route: candidate.route, parametres };
    }
    return undefined;
  };
};

const estParametre = (segment: string): boolean => segment.startsWith('{');

const accorder = (
  modele: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined => {
  if (modele.length !== segments.length) return undefined;
  const paires = modele.map((attendu, i) => ({ attendu, recu: segments[i] ?? '' }));
  if (!paires.every(({ attendu, recu }) => (estParametre(attendu) ? recu !== '' : attendu === recu)))
    return undefined;
  return Object.fromEntries(
    paires
      .filter(({ attendu }) => estParametre(attendu))
      .map(({ attendu, recu }) => [attendu.slice(1, -1), decoder(recu)]),
  );
};

const decoder = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
