import { adresseEnLignes } from '../commune/commune.ts';
import { enTeteDe } from '../commune/entete.ts';
import { lambda } from '../platform/lambda.ts';
import { enBref, jourLocal } from '../platform/lettres.ts';
import { type Carre, imprimer } from '../platform/papier.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { nomDe } from '../usagers/usager.ts';
import { type Accuse, sectionsDe } from './accuse.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { noterLecture } from './demande.lecture.ts';
import { demandeStore } from './demande.store.ts';
import type { Demande } from './demande.ts';
import { voiesDe } from './voie.ts';

export const imprimerAccuse = implement(
  demandeActions.imprimerAccuse,
  async ({ demande: reference }, contexte) => {
    const { commune, demandeur, origines, table } = contexte;
    const demandes = demandeStore(table);
    const { valeur } = await demandes.get(reference);
    verifierAcces(demandeur, valeur);
    noterLecture(reference, contexte);
    const accuse = await demandes.getAccuse(reference);
    // Nothing was issued: what was shown says so.
    if (accuse.nature === 'sans-identite') throw new Refus('introuvable');
    // The code opens the person's own follow-up: an agent never has it, unless only paper can carry it to them.
    const secret = demandeur.qui === 'agent' && voiesDe(valeur).length > 0;
    const montre = secret ? { ...accuse, code: '' } : accuse;
    const octets = await imprimer({
      entete: enTeteDe(commune),
      titre: titreDe(accuse),
      reperes: [
        { nom: 'Référence', valeur: reference },
        { nom: 'Reçu le', valeur: enBref(jourLocal(accuse.recueLe, accuse.fuseau)) },
        { nom: 'Service', valeur: accuse.service.nom },
      ],
      ...(accuse.papier && { destinataire: destinataireDe(valeur) }),
      sections: sectionsDe(montre),
      carre: suiviDe(montre, origines[0]),
    });
    return {
      nom: `accuse-${reference}.pdf`,
      type: 'application/pdf',
      contenu: Buffer.from(octets).toString('base64'),
    };
  },
);

const titreDe = ({ nature, papier }: Accuse): string => {
  const quoi = nature === 'enregistrement' ? 'Accusé d’enregistrement' : 'Accusé de réception';
  return papier ? quoi : `${quoi} électronique`;
};

/** A letter says to whom it goes. */
const destinataireDe = ({ usager }: Demande): string[] => [
  nomDe(usager),
  ...('adresse' in usager ? adresseEnLignes(usager.adresse) : []),
];

const suiviDe = ({ reference, code }: Accuse, origine: string): Carre => ({
  contenu: `${origine}/suivi/${reference}${code && `#${code}`}`,
  titre: 'Suivre votre demande',
  lignes: [
    'Lisez ce carré avec un téléphone, ou ouvrez cette page :',
    `${origine}/suivi`,
    `Référence : ${reference}${code && ` – code de suivi : ${code}`}`,
  ],
});

export const handler = lambda(imprimerAccuse);
