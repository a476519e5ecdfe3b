import { useState } from 'react';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Panne } from '../../ui/panne.tsx';
import { allerAuChamp, erreurDe } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';

/** A demande filed before joins the account by its reference and code. */
export const Rattacher = ({ onAjoutee }: { onAjoutee: (reference: string) => void }) => {
  const [saisie, ecrire] = useState({ reference: '', code: '' });
  const [vides, signaler] = useState<Detail[]>([]);
  const { enCours, echec, envoyer } = useEnvoi('rattacherDemande');
  const erreurs = vides.length > 0 ? vides : (echec?.details ?? []);
  const soumettre = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const manques = MANQUES.filter(({ champ }) => !saisie[champ].trim());
    signaler(manques);
    if (manques[0]) return allerAuChamp(idDe(manques[0].champ));
    const reponse = await envoyer(saisie);
    if (!reponse.ok) return allerAuChamp(idDe(reponse.echec.details[0]?.champ ?? ''));
    ecrire({ reference: '', code: '' });
    onAjoutee(reponse.valeur.reference);
  };
  return (
    <section>
      <h2>Ajouter une demande déposée avant</h2>
      <p>Sa référence et son code sont sur l’accusé de réception.</p>
      <form onSubmit={soumettre} noValidate>
        {echec && erreurs.length === 0 && (
          <Panne echec={echec} titre="La référence ou le code est à vérifier" />
        )}
        <ChampTexte
          id={idDe('reference')}
          libelle="Référence de la demande"
          aide="8 caractères, comme K7M2-9QX3."
          taille="moyen"
          valeur={saisie.reference}
          onChange={(reference) => ecrire((avant) => ({ ...avant, reference }))}
          erreur={erreurDe(erreurs, 'reference')}
        />
        <ChampTexte
          id={idDe('code')}
          libelle="Code de suivi"
          aide="12 caractères, comme 4H7Q-K2M9-XT3B."
          taille="moyen"
          valeur={saisie.code}
          onChange={(code) => ecrire((avant) => ({ ...avant, code }))}
          erreur={erreurDe(erreurs, 'code')}
        />
        <Bouton type="submit" rang="second" enCours={enCours && 'Ajout…'}>
          Ajouter à mes demandes
        </Bouton>
      </form>
    </section>
  );
};

/** The page may show another code to give. */
const idDe = (champ: string): string => `suivi-${champ}`;

const MANQUES: { champ: 'reference' | 'code'; phrase: string }[] = [
  { champ: 'reference', phrase: 'Indiquez la référence de votre demande.' },
  { champ: 'code', phrase: 'Indiquez le code de suivi.' },
];

/** On the follow-up page, for who is signed in: the code has already been given. */
export const AjouterAuCompte = ({ reference, onAjoutee }: { reference: string; onAjoutee: () => void }) => {
  const { enCours, echec, envoyer } = useEnvoi('rattacherDemande');
  const ajouter = async () => {
    if ((await envoyer({ reference })).ok) onAjoutee();
  };
  return (
    <div class="boutons sans-impression">
      {echec && <Panne echec={echec} />}
      <Bouton rang="second" icone="ajouter" enCours={enCours && 'Ajout…'} onClick={() => void ajouter()}>
        Ajouter à mes demandes
      </Bouton>
    </div>
  );
};
