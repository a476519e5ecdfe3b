import type { Demarche } from '../functions/demarches/demarche.ts';
import { estDemande, type Reponses } from '../functions/demarches/reponses.ts';

/** A démarche which the first commune opens, whose clock runs: its deposit has every effect that there is. */
export const DEMARCHE = 'carte-stationnement-resident';

const usager = {
  qualite: 'particulier',
  nom: 'Fictif',
  prenom: 'Zoé',
  adresse: { voie: '3 rue de l’Exemple', codePostal: '99999', ville: 'Aubevive' },
  courriel: 'banc@courriel.example',
};

/** What a person sends when they file this démarche. */
export const uneSaisie = (demarche: Pick<Demarche, 'id' | 'etapes'>) => ({
  demarche: demarche.id,
  usager,
  reponses: reponsesDe(demarche),
  pieces: [],
});

const reponsesDe = ({ etapes }: Pick<Demarche, 'etapes'>): Reponses => {
  const reponses: Reponses = {};
  for (const champ of etapes.flatMap(({ champs }) => champs))
    if (!champ.facultatif && estDemande(champ, reponses)) reponses[champ.id] = reponseA(champ);
  return reponses;
};

const reponseA = (champ: Demarche['etapes'][number]['champs'][number]) => {
  switch (champ.type) {
    case 'texte':
    case 'texte-long':
      return 'Réponse';
    case 'nombre':
      return champ.min;
    case 'date':
      return champ.quand === 'future' ? '2099-03-15' : '2020-03-15';
    case 'choix':
      return champ.options[0] ?? '';
    case 'choix-multiple':
      return champ.options.slice(0, 1);
    case 'case':
      return true;
  }
};

/** The same deposit, by the person of this rank. */
export const saisieDe = (saisie: unknown, rang: number): unknown => {
  const commune = saisie as { usager: typeof usager };
  return { ...commune, usager: { ...commune.usager, courriel: `banc-${rang}@courriel.example` } };
};

/** Few people share one address: the loopback network has sixteen million of them. */
const PAR_ADRESSE = 4;

export const adresseDe = (rang: number): string => {
  const n = Math.floor(rang / PAR_ADRESSE) + 1;
  return `127.${1 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`;
};
