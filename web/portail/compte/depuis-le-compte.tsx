import { useEffect, useState } from 'react';
import { api, type Sortie } from '../../client.ts';
import { NOM_SEUL } from '../../ui/champs-identite.ts';
import { Lien } from '../../ui/lien.tsx';
import type { Changer } from '../demandes/brouillon.ts';
import type { Contexte } from '../demandes/contexte.ts';
import { adresseEtape } from '../demandes/plan.ts';
import { estConnecte } from './session.ts';

type Saisie = Sortie<'consulterCompte'>['saisie'];

/** Who is signed in finds their name and addresses already written, and changes what is no longer true. */
export const DepuisLeCompte = ({ demarche, brouillon, changer, numero }: Contexte) => {
  const [reprise, noter] = useState<'attente' | 'faite' | 'echec'>('attente');
  const vierge = Object.keys(brouillon.identite.valeurs).length === 0;
  useEffect(() => {
    if (!vierge || !estConnecte()) return;
    const reprendre = async () => {
      const reponse = await api.consulterCompte({});
      if (reponse.ok) remplir(changer, reponse.valeur.saisie, demarche.pourQui);
      noter(reponse.ok ? 'faite' : 'echec');
    };
    void reprendre();
  }, []);
  // The sentence takes its place at once: what comes later must not push the fields.
  if (estConnecte() && reprise !== 'echec')
    return (
      <p class="discret" role="status">
        {reprise === 'attente' && vierge
          ? 'Nous reprenons les coordonnées de votre compte…'
          : 'Vos coordonnées viennent de votre compte. Changez ce qui n’est plus vrai.'}
      </p>
    );
  return (
    <p class="discret">
      <Lien vers={`/connexion?vers=${encodeURIComponent(adresseEtape(demarche.id, numero))}`}>
        Identifiez-vous
      </Lien>{' '}
      pour ne pas tout ressaisir, ou continuez sans compte.
    </p>
  );
};

/** What was typed meanwhile wins. */
const remplir = (
  changer: Changer,
  { qualite, adresse, ...reste }: Saisie,
  pourQui: readonly string[],
): void => {
  const champs = {
    ...reste,
    ...Object.fromEntries(
      Object.entries(adresse ?? {}).map(([champ, valeur]) => [`adresse.${champ}`, valeur]),
    ),
  };
  const valeurs = Object.fromEntries(
    Object.entries(champs).flatMap(([champ, valeur]) => (valeur ? [[champ, valeur]] : [])),
  );
  const unSeulNom = valeurs['nom'] && !valeurs['prenom'] && (!qualite || qualite === 'particulier');
  const admise = qualite && pourQui.includes(qualite.replace('-siret', ''));
  changer(({ identite }) => ({
    identite: {
      ...identite,
      qualite: identite.qualite || (admise ? qualite : ''),
      valeurs: { ...valeurs, ...(unSeulNom && { [NOM_SEUL]: 'oui' }), ...identite.valeurs },
    },
  }));
};
