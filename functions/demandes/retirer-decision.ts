import { jourDe } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { enBref } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { type Detail, Refus } from '../platform/refus.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { type Demande, faire } from './demande.ts';
import { MOTIFS_RETRAIT, type MotifRetrait, type RegleRetrait } from './fait.ts';
import { lettreDeDecision } from './lettres.ts';
import { retirableJusquau } from './suites.ts';

/** For illegality, within four months of the decision; for the other reasons that the law names, at any time (CRPA L242-1, L242-2, L241-2). */
export const retirerDecision = implement(
  demandeActions.retirerDecision,
  async ({ nature, motif, faits, droit, demande, version }, contexte) => {
    const dossier = await ouvrirDossier({ demande, version }, contexte);
    const details = naturesFautives({ nature, motif }, dossier.demande);
    if (details.length > 0) throw new Refus('entree-invalide', details);
    const limite = retirableJusquau(dossier.demande);
    const aujourdhui = jourDe(contexte.now.toISOString(), dossier.demande.fuseau);
    if (MOTIFS_RETRAIT[motif].quatreMois && limite && aujourdhui > limite)
      throw new Refus('geste-impossible', [
        {
          champ: 'motif',
          phrase: `Les quatre mois ont pris fin le ${enBref(limite)} : une décision illégale ne peut plus être retirée. (CRPA, L242-1)`,
        },
      ]);
    const retiree = faire('retirer', dossier.demande, {
      type: 'retrait',
      nature,
      motif,
      faits,
      droit,
      ...dossier.signature,
    });
    const apres = { ...retiree, reglage: retiree.reglage + 1 };
    return dossier.notifier(apres, lettreDeDecision(apres, contexte.commune));
  },
);

/** Each reason allows one act or both; the one about an aide is for an aide (CRPA L242-2). */
const naturesFautives = (
  { nature, motif }: { nature: 'retrait' | 'abrogation'; motif: MotifRetrait },
  { aidePublique }: Demande,
): Detail[] => {
  const { natures, texte }: RegleRetrait = MOTIFS_RETRAIT[motif];
  return [
    ...(natures.includes(nature)
      ? []
      : [
          {
            champ: 'nature',
            phrase:
              nature === 'retrait'
                ? `Cette raison ne vaut que pour l’avenir : choisissez l’abrogation. (${texte})`
                : `Cette raison efface la décision : choisissez le retrait. (${texte})`,
          },
        ]),
    ...(motif === 'aide-mal-employee' && !aidePublique
      ? [{ champ: 'motif', phrase: `Cette raison ne vaut que pour une aide publique. (${texte})` }]
      : []),
  ];
};

export const handler = lambda(retirerDecision);
