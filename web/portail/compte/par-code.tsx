import { useEffect, useState } from 'react';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Panne } from '../../ui/panne.tsx';
import { allerAuChamp, erreurDe } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';

type Envoye = { connexion: string; par: 'courriel' | 'sms'; contact: string };
type Props = { onOuvert: () => void; geste: string };

/** A code is asked for, then given. */
export const ParCode = ({ onOuvert, geste }: Props) => {
  const [envoye, poser] = useState<Envoye>();
  const [contact, ecrire] = useState('');
  if (!envoye) return <DemanderCode contact={contact} ecrire={ecrire} onEnvoye={poser} />;
  return (
    <DonnerCode
      key={envoye.connexion}
      envoye={envoye}
      geste={geste}
      onOuvert={onOuvert}
      recommencer={() => poser(undefined)}
    />
  );
};

type Demander = { contact: string; ecrire: (contact: string) => void; onEnvoye: (envoye: Envoye) => void };

const DemanderCode = ({ contact, ecrire, onEnvoye }: Demander) => {
  const { enCours, echec, envoyer } = useEnvoi('envoyerCode');
  const [manque, signaler] = useState<Detail[]>([]);
  const erreurs = manque.length > 0 ? manque : (echec?.details ?? []);
  const soumettre = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    signaler(contact.trim() ? [] : [VIDE]);
    if (!contact.trim()) return allerAuChamp('contact');
    const reponse = await envoyer({ contact });
    if (reponse.ok) onEnvoye({ ...reponse.valeur, contact: contact.trim() });
    else allerAuChamp(reponse.echec.details[0]?.champ);
  };
  return (
    <form onSubmit={soumettre} noValidate>
      {echec && erreurs.length === 0 && <Panne echec={echec} />}
      <ChampTexte
        id="contact"
        libelle="Adresse e-mail ou numéro de portable"
        autoComplete="email"
        valeur={contact}
        onChange={ecrire}
        erreur={erreurDe(erreurs, 'contact')}
      />
      <Bouton type="submit" enCours={enCours && 'Envoi du code…'}>
        Recevoir un code
      </Bouton>
    </form>
  );
};

const VIDE: Detail = {
  champ: 'contact',
  phrase: 'Indiquez votre adresse e-mail ou votre numéro de portable.',
};

type Donner = { envoye: Envoye; geste: string; onOuvert: () => void; recommencer: () => void };

const DonnerCode = ({ envoye: { connexion, par, contact }, geste, onOuvert, recommencer }: Donner) => {
  const [code, ecrire] = useState('');
  const { enCours, echec, envoyer } = useEnvoi('confirmerCode');
  useEffect(() => allerAuChamp('code'), []);
  const soumettre = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const reponse = await envoyer({ connexion, code });
    if (reponse.ok) onOuvert();
    else allerAuChamp('code');
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
        valeur={code}
        onChange={ecrire}
        erreur={erreurDe(echec?.details ?? [], 'code')}
      />
      <div class="boutons">
        <Bouton type="submit" enCours={enCours && 'Vérification…'}>
          {geste}
        </Bouton>
        <Bouton rang="lien" onClick={recommencer}>
          Recevoir un autre code
        </Bouton>
      </div>
    </form>
  );
};
