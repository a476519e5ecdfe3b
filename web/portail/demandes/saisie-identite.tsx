import { useLayoutEffect } from 'react';
import type { Qualite } from '../../../functions/demarches/demarche.ts';
import { telephone } from '../../../functions/usagers/numeros.ts';
import { smsAttendu } from '../../../functions/usagers/telephone.ts';
import { ChampCase, ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { type ChampIdentite, NOM_SEUL, QUALITES } from '../../ui/champs-identite.ts';
import { Groupe } from '../../ui/groupe.tsx';
import { champsIdentite, groupesIdentite, type Identite, idDe } from '../../ui/identite.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { DepuisLeCompte } from '../compte/depuis-le-compte.tsx';
import type { Changer } from './brouillon.ts';
import type { Saisie } from './contexte.ts';
import { type Etape, identiteSaisie } from './plan.ts';

type Props = Saisie<Extract<Etape, { type: 'identite' }>>;

/** Who asks: what the law requires to answer them, and nothing else. */
export const SaisieIdentite = (props: Props) =>
  props.etape.discrete ? <SansIdentite {...props} /> : <AvecIdentite {...props} />;

const SansIdentite = (props: Props) => (
  <>
    <p>
      Vous pouvez signaler sans dire qui vous êtes&nbsp;: la mairie n’émet alors pas d’accusé de réception.
      Laissez une adresse ou un numéro si vous voulez qu’elle vous réponde.
    </p>
    <Textes {...props} champs={champsIdentite(identiteSaisie(props.etape, props.brouillon))} />
    <ParSms {...props} />
  </>
);

const AvecIdentite = (props: Props) => {
  const { demarche, brouillon, changer } = props;
  const { qualite } = brouillon.identite;
  const [seule] = demarche.pourQui.length === 1 ? demarche.pourQui : [];
  // Before the first image: fields that came after it would push the page down.
  useLayoutEffect(() => {
    if (seule && !qualite) changer((avant) => ({ identite: { ...avant.identite, qualite: seule } }));
  }, [seule, qualite, changer]);
  const { nom, adresse, contact } = groupesIdentite(brouillon.identite);
  return (
    <>
      <DepuisLeCompte {...props} />
      {!seule && <ChoixQualite {...props} />}
      <Textes {...props} champs={nom} />
      {qualite === 'particulier' && <NomSeul {...props} />}
      {estAssociation(qualite) && <SansRna {...props} />}
      {adresse.length > 0 && (
        <Groupe titre="Votre adresse">
          <Textes {...props} champs={adresse} />
        </Groupe>
      )}
      {contact.length > 0 && (
        <Groupe titre="Pour vous répondre">
          <Textes {...props} champs={contact} />
          <ParSms {...props} />
        </Groupe>
      )}
    </>
  );
};

const poser = (changer: Changer, suite: Partial<Identite>): void =>
  changer((avant) => ({ identite: { ...avant.identite, ...suite } }));

const estAssociation = (qualite: Identite['qualite']): boolean =>
  qualite === 'association' || qualite === 'association-siret';

const ChoixQualite = ({ demarche, brouillon, changer, erreurs }: Props) => {
  const { qualite } = brouillon.identite;
  return (
    <ChampChoix
      id={idDe('qualite')}
      libelle="Pour qui faites-vous cette demande ?"
      options={demarche.pourQui.map((une) => ({ valeur: une, libelle: QUALITES[une] }))}
      valeur={estAssociation(qualite) ? 'association' : qualite}
      erreur={erreurDe(erreurs, idDe('qualite'))}
      onChange={(une) => poser(changer, { qualite: une as Qualite })}
    />
  );
};

const SansRna = ({ brouillon, changer }: Props) => (
  <ChampCase
    id="sans-rna"
    libelle="Je n’ai pas de numéro RNA"
    aide="Un numéro SIRET convient aussi."
    valeur={brouillon.identite.qualite === 'association-siret'}
    onChange={(sans) => poser(changer, { qualite: sans ? 'association-siret' : 'association' })}
  />
);

const NomSeul = ({ brouillon, changer }: Props) => (
  <ChampCase
    id={NOM_SEUL}
    libelle="Je n’ai qu’un nom"
    aide="Sans prénom ou sans nom de famille&nbsp;: écrivez-le en entier."
    valeur={Boolean(brouillon.identite.valeurs[NOM_SEUL])}
    onChange={(seul) =>
      changer(({ identite }) => ({
        identite: { ...identite, valeurs: { ...identite.valeurs, [NOM_SEUL]: seul ? 'oui' : '' } },
      }))
    }
  />
);

const AILLEURS = 'Hors de France, un SMS peut ne pas partir : nous écrivons alors par e-mail seulement.';

const ParSms = ({ brouillon, changer }: Props) => {
  const numero = brouillon.identite.valeurs.telephone?.trim();
  if (!numero || telephone.faute(telephone.propre(numero))) return null;
  const attendu = smsAttendu(numero);
  if (attendu === 'non') return <p class="discret">Ce numéro fixe ne reçoit pas de SMS.</p>;
  return (
    <ChampCase
      id={idDe('parSms')}
      libelle="Me prévenir aussi par SMS"
      aide={attendu === 'selon' ? AILLEURS : undefined}
      valeur={brouillon.identite.parSms}
      onChange={(parSms) => poser(changer, { parSms })}
    />
  );
};

const Textes = ({ champs, brouillon, changer, erreurs }: Props & { champs: ChampIdentite[] }) => (
  <>
    {champs.map(({ chemin, libelle, aide, facultatif, type, clavier, taille, autoComplete }) => (
      <ChampTexte
        key={chemin}
        id={idDe(chemin)}
        libelle={libelle}
        aide={aide}
        facultatif={facultatif}
        autoComplete={autoComplete}
        {...(type && { type })}
        {...(clavier && { clavier })}
        {...(taille && { taille })}
        erreur={erreurDe(erreurs, idDe(chemin), libelle)}
        valeur={brouillon.identite.valeurs[chemin] ?? ''}
        onChange={(valeur) =>
          changer(({ identite }) => ({
            identite: { ...identite, valeurs: { ...identite.valeurs, [chemin]: valeur } },
          }))
        }
      />
    ))}
  </>
);
