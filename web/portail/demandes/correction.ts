import type { Demarche } from '../../../functions/demarches/demarche.ts';
import { estDemande, nommer } from '../../../functions/demarches/reponses.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import { champsIdentite, encoreDemande, idDe } from '../../ui/identite.ts';
import type { Brouillon } from './brouillon.ts';
import { adresseEtape, type Etape, fautesDe, identiteSaisie, planDe } from './plan.ts';

/** A page, from the summary and back to it; opened at a field. */
export const adresseCorrection = (demarche: string, numero: number, champ = ''): string =>
  `${adresseEtape(demarche, numero)}?corriger=${encodeURIComponent(champ)}`;

/** Where one goes once a page has been mended: the first page that now misses an answer, or else the summary. */
export const apresCorrection = (demarche: Demarche, brouillon: Brouillon, aujourdhui: string): string => {
  const plan = planDe(demarche, brouillon.reponses);
  const rang = plan.findIndex((etape) => fautesDe(etape, brouillon, aujourdhui).length > 0);
  return rang < 0 ? adresseEtape(demarche.id, plan.length) : adresseCorrection(demarche.id, rang + 1);
};

/** Does this page still ask what a field was refused for? */
export const attendEncore = (etape: Etape, champ: string, brouillon: Brouillon): boolean => {
  switch (etape.type) {
    case 'identite':
      return encoreDemande(identiteSaisie(etape, brouillon), champ);
    case 'questions':
      return etape.champs.some((un) => un.id === champ && estDemande(un, brouillon.reponses));
    case 'pieces':
    case 'recapitulatif':
      return true;
  }
};

/** What the commune refuses of who asks, with its question. */
export const nommerRefus = (details: readonly Detail[], { identite }: Brouillon): Detail[] =>
  details.map((detail) => {
    const refuse = champsIdentite(identite).find(({ chemin }) => idDe(chemin) === detail.champ);
    return refuse ? { ...detail, phrase: nommer(refuse.libelle, detail.phrase) } : detail;
  });
