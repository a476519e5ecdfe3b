import type { Input } from '../platform/action.ts';
import { identifiant } from '../platform/aleas.ts';
import { type Jour, jourDe } from '../platform/dates.ts';
import type { Contexte } from '../platform/perform.ts';
import { type Detail, Refus } from '../platform/refus.ts';
import { lettreDEvenement } from './avis.ts';
import { conditionsDites } from './conditions.ts';
import { consigner, type Signature } from './consigner.ts';
import { datesDeDecision, decider, fautes, remplacer } from './decision.ts';
import type { demandeActions } from './demande.actions.ts';
import type { ouvrirDossier } from './demande.dossier.ts';
import { demandeStore } from './demande.store.ts';
import { type Demande, faire, recueLe } from './demande.ts';
import type { Canal, FaitDe } from './fait.ts';
import { gestesPossibles } from './gestes.ts';
import { decisionAUsager, type Lettre, lettreDeDecision } from './lettres.ts';
import { Reference } from './reference.ts';
import { fautesDuContradictoire, fautesDuRetrait } from './retrait.ts';

/** An act once done: the demande, its letter, and what else the same transaction writes. */
export type Accompli = { apres: Demande; lettre: Lettre; aussi?: () => Promise<void>; evenement?: true };
type Dossier = Awaited<ReturnType<typeof ouvrirDossier>>;
/** The file, under the signature that the act will bear. */
export type Signe = {
  dossier: Pick<Dossier, 'demande' | 'aujourdhui'>;
  signature: Signature;
  surPapier: boolean;
};
type Saisie<N extends keyof typeof demandeActions> = Omit<
  Input<(typeof demandeActions)[N]>,
  'demande' | 'version'
>;

/** Throws `geste-impossible`, `entree-invalide`. */
export const accepter = (
  saisie: Saisie<'accepterDemande'>,
  { dossier, signature, surPapier }: Signe,
  contexte: Contexte,
): Accompli => {
  const apres = decider(dossier.demande, {
    type: 'decision',
    sens: 'acceptation',
    texte: saisie.texte,
    ...conditionsDites(saisie),
    ...aLaDemandeDe(saisie, dossier),
    ...deliberationDe(saisie, { ...dossier, contexte }),
    ...datesDeDecision(saisie, { ...dossier, surPapier }),
    ...signature,
  });
  return {
    apres,
    lettre: lettreDeDecision(apres, contexte.commune),
    aussi: () => remplacerContestee(apres, contexte),
  };
};

/** Throws `geste-impossible`, `entree-invalide`. */
export const refuser = (
  saisie: Saisie<'refuserDemande'>,
  { dossier, signature, surPapier }: Signe,
  { commune }: Contexte,
): Accompli => {
  const { faits, droit } = saisie;
  const apres = decider(dossier.demande, {
    type: 'decision',
    sens: 'refus',
    texte: '',
    faits,
    droit,
    ...datesDeDecision(saisie, { ...dossier, surPapier }),
    ...signature,
  });
  return { apres, lettre: lettreDeDecision(apres, commune) };
};

/**
 * For the reasons and within the delays that the law names, once the person was heard (CRPA L121-1, L242-1 to L242-3,
 * L241-2). Throws `geste-impossible`, `entree-invalide`.
 */
export const retirer = (
  { nature, motif, faits, droit, dispense }: Saisie<'retirerDecision'>,
  { dossier, signature }: Signe,
  { commune }: Contexte,
): Accompli => {
  const voulu = { nature, motif, dispense };
  const details = [
    ...fautesDuRetrait(voulu, dossier.demande, dossier.aujourdhui),
    ...fautesDuContradictoire(voulu, dossier.demande, dossier.aujourdhui),
  ];
  const fait = { type: 'retrait' as const, nature, motif, faits, droit, ...(dispense && { dispense }) };
  const retiree = faire('retirer', dossier.demande, { ...fait, ...signature });
  if (details.length > 0) throw new Refus('entree-invalide', details);
  const apres = { ...retiree, reglage: retiree.reglage + 1 };
  return { apres, lettre: lettreDeDecision(apres, commune) };
};

/** Throws `geste-impossible`. */
export const motiver = (
  { faits, droit }: Saisie<'communiquerMotifs'>,
  { dossier, signature }: Signe,
  { commune }: Contexte,
): Accompli => {
  const dite = faire('communiquerMotifs', dossier.demande, {
    type: 'motifs-communiques',
    faits,
    droit,
    ...signature,
  });
  const apres = { ...dite, reglage: dite.reglage + 1 };
  return { apres, lettre: lettreDEvenement(dossier.demande, apres, commune) };
};

/** The suspension runs from the day on which the person is told, and no day before (CRPA L115-3, R115-5). */
export const suspendre = (
  { fait: consigne }: Saisie<'consignerFait'>,
  { dossier: { demande, aujourdhui }, signature, surPapier }: Signe,
  { commune }: Contexte,
): Accompli => {
  if (consigne.type !== 'verification-ouverte') throw new Refus('geste-impossible');
  const { jour } = consigne;
  const details = [
    ...notificationFautive(jour, { aujourdhui, surPapier }),
    ...fautes('fait.jour', jour, { recue: jourDe(recueLe(demande), demande.fuseau), aujourdhui }),
  ];
  if (details.length > 0) throw new Refus('entree-invalide', details);
  const apres = consigner(demande, consigne, signature);
  return { apres, lettre: lettreDEvenement(demande, apres, commune), evenement: true };
};

const notificationFautive = (
  jour: Jour | undefined,
  { aujourdhui, surPapier }: { aujourdhui: Jour; surPapier: boolean },
): Detail[] => {
  if (surPapier && !jour)
    return [
      {
        champ: 'fait.jour',
        phrase: 'Cette personne n’a ni e-mail ni mobile : indiquez le jour où elle a reçu la lettre.',
      },
    ];
  return !surPapier && jour && jour !== aujourdhui
    ? [
        {
          champ: 'fait.jour',
          phrase: 'La suspension compte du jour où la personne en est prévenue : sa lettre part aujourd’hui.',
        },
      ]
    : [];
};

const deliberationDe = (
  { deliberation }: Saisie<'accepterDemande'>,
  {
    demande,
    aujourdhui,
    contexte: { commune, demarches },
  }: Pick<Dossier, 'demande' | 'aujourdhui'> & { contexte: Contexte },
): Pick<FaitDe<'decision'>, 'deliberation'> => {
  const demarche = demarches.find(({ id }) => id === demande.demarche.id);
  const delegue = demarche && commune.conseil?.delegueAuMaire.some((un) => un.demarche === demarche.id);
  const requise = demarche?.deliberation && !(demarche.deliberation.delegable && delegue);
  if (!deliberation) {
    if (requise) throw new Refus('entree-invalide', [sansDeliberation(demarche.deliberation)]);
    return {};
  }
  if (deliberation.le > aujourdhui)
    throw new Refus('entree-invalide', [
      { champ: 'deliberation.le', phrase: 'Cette date n’est pas encore passée.' },
    ]);
  return { deliberation };
};

const sansDeliberation = (de: { fondement: { article: string } } | undefined): Detail => ({
  champ: 'deliberation.numero',
  phrase: `Le conseil municipal décide : donnez le numéro et la date de sa délibération. (CGCT, ${de?.fondement.article})`,
});

/** Throws `entree-invalide`. */
const aLaDemandeDe = (
  { beneficiaire }: { beneficiaire?: { le: Jour; par: Canal } | undefined },
  { demande, aujourdhui }: { demande: Demande; aujourdhui: Jour },
): Pick<FaitDe<'decision'>, 'aLaDemande'> => {
  if (!beneficiaire) return {};
  const { le, par } = beneficiaire;
  const recue = jourDe(recueLe(demande), demande.fuseau);
  const details = fautes('beneficiaire.le', le, { recue, aujourdhui });
  if (details.length > 0) throw new Refus('entree-invalide', details);
  return { aLaDemande: { le, par } };
};

/** A recours gracieux that is granted puts its answer in the place of the decision that it contests (CRPA L411-2, L243-3). */
const remplacerContestee = async (
  { conteste, reference: recours, faits }: Demande,
  { commune, now, table }: Contexte,
): Promise<void> => {
  const demandes = demandeStore(table);
  const lue = conteste ? await demandes.find(Reference.parse(conteste)) : undefined;
  const decision = faits.at(-1);
  if (!lue || decision?.type !== 'decision' || !gestesPossibles(lue.valeur).includes('remplacer')) return;
  const remplacee = remplacer(lue.valeur, decision, { recours });
  demandes.replace(lue, remplacee, {
    now,
    promis: decisionAUsager(remplacee, lettreDeDecision(remplacee, commune), identifiant),
  });
};
