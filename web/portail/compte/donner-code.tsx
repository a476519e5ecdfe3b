import { useEffect, useState } from 'react';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Panne } from '../../ui/panne.tsx';
import { allerAuChamp, erreurDe } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';

export type Envoye = { connexion: string; par: 'courriel' | 'sms'; contact: string };

/** Signing in and adding a contact to one's account are two acts. */
export type Acte = 'ouvrir' | 'ajouter';

const GESTES: Record<Acte, string> = { ouvrir: 'Ouvrir mon compte', ajouter: 'Confirmer' };

type Donner = { envoye: Envoye; acte: Acte; onOuvert: () => void; recommencer: () => void };

export const DonnerCode = ({ envoye, acte, onOuvert, recommencer }: Donner) => {
  const { par, contact } = envoye;
  const [saisie, poser] = useState({ code: '', prenom: '', nom: '' });
  const { enCours, echec, erreurs, donner } = useDon(envoye, acte);
  const ecrire = (champ: keyof Saisie) => (valeur: string) =>
    poser((avant) => ({ ...avant, [champ]: valeur }));
  useEffect(() => allerAuChamp('code'), []);
  const soumettre = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    if (await donner(saisie)) onOuvert();
  };
  return (
    <form onSubmit={soumettre} noValidate>
      <p role="status">
        Un code est parti {par === 'sms' ? 'par SMS au' : 'par e-mail à'}{' '}
        <strong class="entier">{contact}</strong>. Il sert dix minutes.
        {par === 'courriel'
          ? ' Regardez aussi dans les courriers indésirables.'
          : ' Si vous avez répondu STOP à la mairie, demandez-le plutôt par e-mail.'}
      </p>
      {echec && echec.details.length === 0 && <Panne echec={echec} titre="Ce code ne sert plus" />}
      <ChampTexte
        id="code"
        libelle="Code à 6 chiffres"
        taille="court"
        clavier="numeric"
        autoComplete="one-time-code"
        valeur={saisie.code}
        onChange={ecrire('code')}
        erreur={erreurDe(erreurs, 'code')}
      />
      {acte === 'ouvrir' && (
        <DireSonNom prenom={saisie.prenom} nom={saisie.nom} ecrire={ecrire} erreurs={erreurs} />
      )}
      <div class="boutons">
        <Bouton type="submit" enCours={enCours && 'Vérification…'}>
          {GESTES[acte]}
        </Bouton>
        <Bouton rang="lien" onClick={recommencer}>
          Recevoir un autre code
        </Bouton>
      </div>
    </form>
  );
};

type Saisie = { code: string; prenom: string; nom: string };

/** Gives the code to the one act or to the other; says whether it was right. */
const useDon = ({ connexion }: Envoye, acte: Acte) => {
  const [sansNom, signaler] = useState<Detail[]>([]);
  const ouverture = useEnvoi('confirmerCode');
  const ajout = useEnvoi('ajouterContact');
  const { enCours, echec } = acte === 'ouvrir' ? ouverture : ajout;
  const donner = async (saisie: Saisie): Promise<boolean> => {
    const manque = acte === 'ouvrir' && !saisie.nom.trim() ? [SANS_NOM] : [];
    signaler(manque);
    if (manque.length > 0) return echouer('nom');
    const reponse =
      acte === 'ouvrir'
        ? await ouverture.envoyer({ connexion, ...saisie })
        : await ajout.envoyer({ connexion, code: saisie.code });
    return reponse.ok || echouer(reponse.echec.details[0]?.champ);
  };
  return { enCours, echec, erreurs: sansNom.length > 0 ? sansNom : (echec?.details ?? []), donner };
};

const echouer = (champ = 'code'): false => {
  allerAuChamp(champ);
  return false;
};

const SANS_NOM: Detail = { champ: 'nom', phrase: 'Indiquez votre nom, ou celui de votre organisme.' };

type Nom = {
  prenom: string;
  nom: string;
  ecrire: (champ: 'prenom' | 'nom') => (valeur: string) => void;
  erreurs: readonly Detail[];
};

/** Several people may share an address: each sees what was asked under their own name. */
const DireSonNom = ({ prenom, nom, ecrire, erreurs }: Nom) => (
  <>
    <p>
      Une adresse sert parfois à plusieurs personnes. Indiquez le nom écrit sur vos demandes{'\u00a0'}: vous
      ne verrez que les vôtres.
    </p>
    <ChampTexte
      id="prenom"
      libelle="Prénom"
      facultatif
      autoComplete="given-name"
      valeur={prenom}
      onChange={ecrire('prenom')}
      erreur={erreurDe(erreurs, 'prenom')}
    />
    <ChampTexte
      id="nom"
      libelle="Nom"
      aide="Ou le nom de votre entreprise, de votre association."
      autoComplete="family-name"
      valeur={nom}
      onChange={ecrire('nom')}
      erreur={erreurDe(erreurs, 'nom')}
    />
  </>
);
