import type { Demarche } from '../../functions/demarches/demarche.ts';
import { estDemande, type Reponses } from '../../functions/demarches/reponses.ts';
import { jourLocal } from '../../functions/platform/lettres.ts';
import { ecrireUnCourriel, enInternational } from './courrier.ts';
import { hasardDe } from './hasard.ts';
import { graineDe, type Histoire } from './histoire.ts';
import { papiersDe, remettre, unPapier } from './remise.ts';
import { remplir } from './reponses.ts';
import { adresseDe, type Vecu } from './vecu.ts';

/** Files a demande, or writes in by another way. */
export const commencer = async (vecu: Vecu): Promise<void> => {
  const { place, histoire, personne } = vecu;
  switch (histoire.par) {
    case 'courriel':
      return ecrireUnCourriel(place, {
        de: adresseDe(vecu),
        objet: histoire.objet,
        texte: histoire.texte,
        ...(histoire.automatique && { automatique: true }),
        papiers: (histoire.fichiers ?? []).map((nom) => unPapier(nom, nom, vecu)),
      });
    case 'sms':
      await place.visiteur().faire('/local/sms', {
        de: enInternational(personne.telephone ?? ''),
        texte: histoire.texte,
        commune: place.commune.slug,
      });
      return undefined;
    case undefined:
      return deposer(vecu, histoire);
  }
};

const deposer = async (vecu: Vecu, histoire: Extract<Histoire, { par?: undefined }>): Promise<void> => {
  const { place, personne } = vecu;
  const demarche = place.demarches.find(({ id }) => id === histoire.demarche);
  if (!demarche) throw new Error(`${place.commune.nom} n’a pas ouvert ${histoire.demarche}`);
  const hasard = hasardDe(graineDe(histoire));
  const jour = jourLocal(new Date().toISOString(), place.commune.fuseau);
  const reponses = remplir(demarche, histoire.reponses ?? {}, { jour, hasard });
  const visiteur = place.visiteur();
  if (histoire.identite) await visiteur.sIdentifier('/api/compte/connexion', histoire.identite);
  const jointes = await remettre(
    visiteur,
    papiersDe({ ...vecu, demarche }, aJoindre(demarche, reponses, histoire.pieces)),
  );
  const { reference, code } = await visiteur.faire<{ reference: string; code: string }>('/api/demandes', {
    demarche: demarche.id,
    usager: personne,
    reponses,
    pieces: jointes,
  });
  Object.assign(vecu, { demarche, reference, code });
};

/** What the story names, and what the démarche will not wait for. */
const aJoindre = (demarche: Demarche, reponses: Reponses, nommees: readonly string[] = []): string[] => [
  ...nommees,
  ...demarche.pieces
    .filter((piece) => estDemande(piece, reponses) && piece.obligatoire && !piece.plusTard)
    .map(({ id }) => id)
    .filter((id) => !nommees.includes(id)),
];
