import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Encart } from '../../ui/encart.tsx';
import { ChampJour } from '../decision/champ-jour.tsx';
import { useAujourdhui } from '../donnees.ts';
import { jourDe } from '../mots.ts';
import { CadreConsigne } from './cadre-consigne.tsx';
import { ChampMotif } from './champ-motif.tsx';
import type { ConsigneDe } from './use-consigne.ts';

type Depart = ConsigneDe<'transmise'>['depart'];

const proposee = (aujourdhui: string): ConsigneDe<'transmise'> => ({
  type: 'transmise',
  administration: '',
  motif: '',
  depart: { par: 'recommande', le: aujourdhui, preuve: '' },
});

/** What is asked is another administration's: the file is sent on, then the person is told (CRPA L114-2). */
export const Transmettre = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={proposee(useAujourdhui())}
    annonce="La demande est transmise."
    verbe="Transmettre et envoyer la lettre"
    rang="danger"
  >
    {({ consigne, changer, erreur }) => (
      <>
        {dossier.statut === 'acceptee-par-silence' && <ApresUneAcceptation />}
        <ChampTexte
          id="fait-administration"
          libelle="L’administration compétente"
          orthographe
          valeur={consigne.administration}
          erreur={erreur('administration')}
          onChange={(administration) => changer({ administration })}
        />
        <ChampMotif
          consigne={consigne}
          changer={changer}
          erreur={erreur}
          libelle="Pourquoi elle est compétente"
          lignes={4}
        />
        <DepartDuDossier
          recueLe={dossier.recueLe}
          valeur={consigne.depart}
          erreur={erreur}
          onChange={(depart) => changer({ depart })}
        />
      </>
    )}
  </CadreConsigne>
);

/** The person believes that they were granted it: it is not taken back by this door. */
const ApresUneAcceptation = () => (
  <Encart sens="attente" titre="Le silence avait accordé cette demande">
    <p>
      Si une autre administration était seule compétente, il n’a rien accordé&nbsp;: la lettre le dira, et une
      attestation délivrée ne vaudra plus. (CRPA, L114-3)
    </p>
    <p>
      Si la commune était compétente, même en partie, cette acceptation tient&nbsp;: elle ne se reprend que
      par un retrait, motivé, après avoir entendu la personne. (CRPA, L242-1)
    </p>
  </Encart>
);

type Par = Depart['par'];
const DEPARTS: Record<Par, { libelle: string; preuve: string; aide?: string }> = {
  recommande: { libelle: 'Par lettre recommandée', preuve: 'Numéro du recommandé' },
  courriel: {
    libelle: 'Par e-mail',
    preuve: 'Adresse à laquelle il est parti',
    aide: 'Demandez un accusé de réception.',
  },
  bordereau: {
    libelle: 'Par porteur, avec un bordereau',
    preuve: 'Nom de la personne qui a signé le bordereau',
  },
};
const estPar = (saisie: string): saisie is Par => Object.hasOwn(DEPARTS, saisie);

type Props = {
  recueLe: string;
  valeur: Depart;
  erreur: (champ: string) => string | undefined;
  onChange: (depart: Depart) => void;
};

/** Nobody is told that the file left before it did. */
const DepartDuDossier = ({ recueLe, valeur, erreur, onChange }: Props) => {
  const { preuve, aide } = DEPARTS[valeur.par];
  return (
    <>
      <ChampChoix
        id="fait-depart-par"
        libelle="Comment le dossier est parti"
        aide="Envoyez-lui d’abord les réponses et les pièces&nbsp;: la lettre dira à la personne quand et comment."
        options={Object.entries(DEPARTS).map(([par, { libelle }]) => ({ valeur: par, libelle }))}
        valeur={valeur.par}
        erreur={erreur('depart-par')}
        onChange={(par) => estPar(par) && onChange({ ...valeur, par })}
      />
      <ChampJour
        id="fait-depart-le"
        libelle="Parti le"
        min={jourDe(recueLe)}
        max={useAujourdhui()}
        valeur={valeur.le}
        erreur={erreur('depart-le')}
        onChange={(le) => onChange({ ...valeur, le })}
      />
      <ChampTexte
        id="fait-depart-preuve"
        libelle={preuve}
        {...(aide && { aide })}
        valeur={valeur.preuve}
        erreur={erreur('depart-preuve')}
        onChange={(suite) => onChange({ ...valeur, preuve: suite })}
      />
    </>
  );
};
