import { useState } from 'react';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Panne } from '../../ui/panne.tsx';
import { allerAuChamp, erreurDe } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import { type Acte, DonnerCode, type Envoye } from './donner-code.tsx';

type Props = { onOuvert: () => void; acte: Acte };

const ENVOIS = { ouvrir: 'envoyerCode', ajouter: 'verifierContact' } as const;

/** A code is asked for, then given. */
export const ParCode = ({ onOuvert, acte }: Props) => {
  const [envoye, poser] = useState<Envoye>();
  const [contact, ecrire] = useState('');
  if (!envoye) return <DemanderCode acte={acte} contact={contact} ecrire={ecrire} onEnvoye={poser} />;
  return (
    <DonnerCode
      key={envoye.connexion}
      envoye={envoye}
      acte={acte}
      onOuvert={onOuvert}
      recommencer={() => poser(undefined)}
    />
  );
};

type Demander = {
  acte: Acte;
  contact: string;
  ecrire: (contact: string) => void;
  onEnvoye: (envoye: Envoye) => void;
};

const DemanderCode = ({ acte, contact, ecrire, onEnvoye }: Demander) => {
  const { enCours, echec, envoyer } = useEnvoi(ENVOIS[acte]);
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
