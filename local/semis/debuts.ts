import type { Demarche } from '../../functions/demarches/demarche.ts';
import { estDemande, type Reponses } from '../../functions/demarches/reponses.ts';
import { ajouter } from '../../functions/platform/dates.ts';
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
        de: histoire.transmisPar ? agentQuiTransmet(vecu, histoire.transmisPar) : adresseDe(vecu),
        objet: histoire.objet,
        texte: histoire.texte,
        automate: histoire.automate,
        preuve: histoire.preuve,
        papiers: (histoire.fichiers ?? []).map((nom) => unPapier(nom, nom, vecu)),
      });
    case 'sms':
      await place.visiteur().faire('/local/sms', {
        de: enInternational(personne.telephone ?? ''),
        texte: histoire.texte,
        commune: place.commune.slug,
      });
      return undefined;
    case 'guichet':
    case 'courrier':
    case 'telephone':
      return saisir(vecu, histoire);
    case undefined:
      return deposer(vecu, histoire);
  }
};

const agentQuiTransmet = ({ place }: Vecu, { boite, nom }: { boite: string; nom: string }) => ({
  nom,
  adresse: `${boite}@${place.commune.domaine}`,
});

const deposer = async (vecu: Vecu, histoire: Extract<Histoire, { par?: undefined }>): Promise<void> => {
  const { place, personne } = vecu;
  const demarche = laDemarche(vecu, histoire.demarche);
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

/** An agent of the service writes down what came on paper or by voice. The person has no e-mail. */
const saisir = async (
  vecu: Vecu,
  histoire: Extract<Histoire, { par: 'guichet' | 'courrier' | 'telephone' }>,
) => {
  const { place, personne } = vecu;
  const demarche = laDemarche(vecu, histoire.demarche);
  const jour = jourLocal(new Date().toISOString(), place.commune.fuseau);
  const hasard = hasardDe(graineDe(histoire));
  const { courriel: _, telephone: __, ...usager } = { courriel: '', telephone: '', ...personne };
  const bureau = await place.bureauDe(place.chargeDe(demarche.service));
  const { reference } = await bureau.faire<{ reference: string }>('/api/demandes/saisies', {
    demarche: demarche.id,
    canal: histoire.par,
    recueLe: ajouter(jour, `-P${histoire.arriveeIlYA ?? 0}D`),
    usager,
    reponses: remplir(demarche, histoire.reponses ?? {}, { jour, hasard }),
  });
  Object.assign(vecu, { demarche, reference });
};

const laDemarche = ({ place }: Vecu, nom: string): Demarche => {
  const demarche = place.demarches.find(({ id }) => id === nom);
  if (!demarche) throw new Error(`${place.commune.nom} n’a pas ouvert ${nom}`);
  return demarche;
};

/** What the story names, and what the démarche will not wait for. */
const aJoindre = (demarche: Demarche, reponses: Reponses, nommees: readonly string[] = []): string[] => [
  ...nommees,
  ...demarche.pieces
    .filter((piece) => estDemande(piece, reponses) && piece.obligatoire && !piece.plusTard)
    .map(({ id }) => id)
    .filter((id) => !nommees.includes(id)),
];
