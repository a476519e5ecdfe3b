import type { ComponentChildren } from 'preact';
import type * as z from 'zod';
import type { FaitDe } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { estClose } from '../../../functions/demandes/gestes.ts';
import { lettreDeDecision } from '../../../functions/demandes/lettres.ts';
import { commune, type Reponse } from '../../client.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { PAGES } from '../dossier/pages-des-actes.ts';
import { decider } from './actes.ts';
import { CadreDecision } from './cadre-decision.tsx';
import {
  type Dates,
  DatesDeDecision,
  datesDites,
  SANS_DATE,
  SANS_JOUR,
  suiteDe,
} from './dates-de-decision.tsx';
import { LettreAVenir } from './lettre-apercue.tsx';
import { natureDe, SigneeALaMain } from './signataire.tsx';
import { useContexte } from './use-contexte.ts';
import { useDecision } from './use-decision.ts';

type Mots = Pick<
  FaitDe<'decision'>,
  'texte' | 'conditions' | 'faits' | 'droit' | 'aLaDemande' | 'deliberation'
>;
type Vise = { demande: string; version: number };

type Entree<S> = S & Partial<Dates> & { signataire?: string } & Vise;

type Repondre = 'accepter' | 'refuser' | 'ameliorer';

type Props<S extends object> = {
  dossier: Dossier;
  geste: Repondre;
  titre: string;
  verbe: string;
  fait: string;
  schema: z.ZodType;
  demander: (entree: Entree<S>, options: { cle: string }) => Promise<Reponse<{ version: number }>>;
  initiale: S;
  /** What is typed, as the letter says it. */
  enLettre: (saisie: S) => Mots;
  children: (
    saisie: S,
    changer: (suite: S) => void,
    erreur: (champ: string) => string | undefined,
  ) => ComponentChildren;
};

/** The page of an answer: its words, then when it was taken and notified, and the letter. */
export const CadreReponse = <S extends object>(props: Props<S>) => {
  const { dossier, geste, titre, verbe, children } = props;
  const { brouillon, changer, pas, decision, envoyer } = useReponse(props);
  const { apres, erreurs } = decision;
  const apresCoup = estClose(dossier);
  const acte = acteDe(geste, dossier);
  const signature = signatureDe(dossier, geste, brouillon.dates);
  return (
    <CadreDecision
      titre={apresCoup ? PAGES[acte].mot : titre}
      verbe={signature === 'autre' ? PREPARER : `${verbe} ${suiteDe(dossier).verbe}`}
      acte={acte}
      {...(geste === 'refuser' && signature !== 'autre' && { rang: 'danger' })}
      decision={decision}
      lettre={pas && lettreDeDecision(pas.apres, commune)}
      apercu={<LettreAVenir phrase={SANS_JOUR} />}
      imprimeAilleurs={!apresCoup}
      {...(dossier.surPapier && { renoncer: 'Ne rien noter' })}
      onEnvoyer={envoyer}
    >
      {children(
        brouillon.mots,
        (mots) => changer({ mots }),
        (champ) => erreurDe(erreurs, champ),
      )}
      <DatesDeDecision
        dossier={apres}
        dates={brouillon.dates}
        erreurs={erreurs}
        onChange={(suite) => changer({ dates: suite })}
      />
      {signature === 'a-la-main' && (
        <SigneeALaMain
          dossier={dossier}
          valeur={brouillon.signataire}
          erreur={erreurDe(erreurs, 'signataire')}
          onChange={(signataire) => changer({ signataire })}
        />
      )}
    </CadreDecision>
  );
};

const PREPARER = 'Préparer pour la signature';

/** Theirs; another's, for whom it is prepared; or that of a letter which was received, and so was signed by hand. */
const signatureDe = (
  { signe, surPapier }: Dossier,
  geste: Repondre,
  { notifieeLe }: Dates,
): 'sienne' | 'autre' | 'a-la-main' => {
  if (signe[natureDe(geste)]) return 'sienne';
  return surPapier || notifieeLe ? 'a-la-main' : 'autre';
};

const acteDe = (geste: Repondre, dossier: Dossier) => {
  if (!estClose(dossier) || geste === 'ameliorer') return geste;
  return geste === 'accepter' && dossier.gestes.includes('remplacer')
    ? ('remplacer' as const)
    : (`${geste}ATemps` as const);
};

/** An act that came back opens with the words that it had. */
const dejaPrepare = <S extends object>({ aSigner }: Dossier, initiale: S): Partial<S> =>
  Object.fromEntries(
    Object.entries(aSigner?.saisie ?? {}).filter(([champ]) => champ in initiale),
  ) as Partial<S>;

/** What is being written, the file once decided so, and its sending. */
const useReponse = <S extends object>(props: Props<S>) => {
  const { dossier, geste, fait, schema, demander, initiale, enLettre } = props;
  const [brouillon, ecrire, oublier] = useBrouillon(`${geste} ${dossier.reference}`, {
    mots: { ...initiale, ...dejaPrepare(dossier, initiale) },
    dates: SANS_DATE,
    signataire: '',
  });
  const { signataire } = brouillon;
  const dates = datesDites(brouillon.dates);
  const decision = useDecision({
    dossier,
    schema,
    demander,
    fait: `${fait} ${suiteDe(dossier).dit}`,
    oublier,
  });
  const sens = geste === 'refuser' ? 'refus' : 'acceptation';
  return {
    brouillon,
    changer: (suite: Partial<typeof brouillon>): void => ecrire({ ...brouillon, ...suite }),
    decision,
    pas: decider({ sens, ...enLettre(brouillon.mots), ...dates }, useContexte(decision.apres)),
    // The words of an answer hold neither the demande nor its version, which TypeScript cannot know of S.
    envoyer: () =>
      decision.envoyer({
        ...brouillon.mots,
        ...dates,
        ...(signataire && { signataire }),
      } as Omit<Entree<S>, keyof Vise>),
  };
};
