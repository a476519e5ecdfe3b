import { useLayoutEffect } from 'react';
import type { Qualite } from '../../../functions/demarches/demarche.ts';
import { smsAttendu } from '../../../functions/usagers/telephone.ts';
import { ChampCase, ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { type ChampIdentite, NOM_SEUL, SANS_IDENTITE } from '../../ui/champs-identite.ts';
import { Groupe } from '../../ui/groupe.tsx';
import { groupesIdentite, type Identite, idDe } from '../../ui/identite.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import type { Ecrire } from './reception.tsx';
import { champsAuGuichet } from './saisie.ts';

const QUALITES: Record<Qualite, string> = {
  particulier: 'Un particulier',
  entreprise: 'Une entreprise',
  association: 'Une association',
};

/** `discrete`: what only informs may come from someone who does not say who they are. */
type Props = Ecrire & { pourQui: readonly Qualite[]; discrete: boolean };

/** Who asks, as the site asks it; the e-mail address may be missing. */
export const Personne = (props: Props) => {
  const { pourQui, discrete, saisie, changer } = props;
  const { identite } = saisie;
  const { qualite } = identite;
  const [seule] = pourQui.length === 1 && !discrete ? pourQui : [];
  const poser = (suite: Partial<Identite>): void => changer({ identite: { ...identite, ...suite } });
  const convient = convientA(qualite, props);
  useLayoutEffect(() => {
    if (!convient && (seule || qualite)) poser({ qualite: seule ?? '' });
  });
  const numero = identite.valeurs['telephone']?.trim();
  const { nom, adresse, contact } = groupesIdentite(identite, champsAuGuichet(identite));
  return (
    <Groupe titre="La personne">
      {!seule && <ChoixQualite {...props} poser={poser} />}
      <Textes {...props} champs={nom} />
      {qualite === 'particulier' && (
        <ChampCase
          id={NOM_SEUL}
          libelle="La personne n’a qu’un nom"
          aide="Sans prénom ou sans nom de famille."
          valeur={Boolean(identite.valeurs[NOM_SEUL])}
          onChange={(seul) => poser({ valeurs: { ...identite.valeurs, [NOM_SEUL]: seul ? 'oui' : '' } })}
        />
      )}
      {qualite.startsWith('association') && (
        <ChampCase
          id="sans-rna"
          libelle="Pas de numéro RNA"
          aide="Un numéro SIRET convient aussi."
          valeur={qualite === 'association-siret'}
          onChange={(sans) => poser({ qualite: sans ? 'association-siret' : 'association' })}
        />
      )}
      <Textes {...props} champs={[...adresse, ...contact]} />
      {numero && smsAttendu(numero) === 'non' && <p class="discret">Ce numéro fixe ne reçoit pas de SMS.</p>}
      {numero && smsAttendu(numero) !== 'non' && (
        <ChampCase
          id={idDe('parSms')}
          libelle="Prévenir la personne par SMS"
          valeur={identite.parSms}
          onChange={(parSms) => poser({ parSms })}
        />
      )}
    </Groupe>
  );
};

const convientA = (qualite: Identite['qualite'], { pourQui, discrete }: Props): boolean => {
  if (qualite === SANS_IDENTITE) return discrete;
  return qualite !== '' && pourQui.includes(sorteDe(qualite));
};

/** An association known by its SIRET is still an association. */
const sorteDe = (qualite: Exclude<Identite['qualite'], '' | typeof SANS_IDENTITE>): Qualite =>
  qualite === 'association-siret' ? 'association' : qualite;

const ChoixQualite = ({
  pourQui,
  discrete,
  saisie: {
    identite: { qualite },
  },
  erreurs,
  poser,
}: Props & { poser: (suite: Partial<Identite>) => void }) => (
  <ChampChoix
    id={idDe('qualite')}
    libelle="La demande est faite par"
    options={[
      ...pourQui.map((une) => ({ valeur: une as string, libelle: QUALITES[une] })),
      ...(discrete ? [{ valeur: SANS_IDENTITE, libelle: 'Une personne qui ne dit pas son nom' }] : []),
    ]}
    valeur={qualite && qualite !== SANS_IDENTITE ? sorteDe(qualite) : qualite}
    erreur={erreurDe(erreurs, idDe('qualite')) && 'Choisissez une réponse.'}
    onChange={(une) => poser({ qualite: une as Qualite })}
  />
);

const Textes = ({ champs, saisie: { identite }, erreurs, changer }: Ecrire & { champs: ChampIdentite[] }) => (
  <>
    {champs.map(({ chemin, libelle, aide, facultatif, type, clavier, taille }) => (
      <ChampTexte
        key={chemin}
        id={idDe(chemin)}
        libelle={libelle}
        aide={aide}
        facultatif={facultatif}
        {...(type && { type })}
        {...(clavier && { clavier })}
        {...(taille && { taille })}
        erreur={erreurDe(erreurs, idDe(chemin), libelle)}
        valeur={identite.valeurs[chemin] ?? ''}
        onChange={(valeur) =>
          changer({ identite: { ...identite, valeurs: { ...identite.valeurs, [chemin]: valeur } } })
        }
      />
    ))}
  </>
);
