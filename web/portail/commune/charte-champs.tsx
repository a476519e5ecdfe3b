import { useState } from 'react';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampCase, ChampCases, ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampDate } from '../../ui/champ-date.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Fichiers } from '../../ui/fichiers.tsx';
import type { FichierRecu } from '../../ui/fichiers-lignes.tsx';
import { Groupe } from '../../ui/groupe.tsx';

const OPTIONS = ['Le matin', 'L’après-midi', 'Toute la journée'];
const MOIS = Array.from({ length: 9 }, (_, i) => `Choix ${i + 1}`);

/** Every kind of field: at rest, with its help, optional, refused. */
export const CharteChamps = () => (
  <>
    <ATaper />
    <Dates />
    <AChoisir />
    <ACocher />
    <AJoindre />
    <Bouton rang="second">Continuer</Bouton>
  </>
);

const AJoindre = () => {
  const [fichiers, poserFichiers] = useState<FichierRecu[]>([
    { depot: 'exemple', nom: 'livret-de-famille.pdf', octets: 1_400_000 },
  ]);
  return (
    <Groupe titre="Un groupe de champs">
      <Fichiers
        id="charte-fichiers"
        libelle="Livret de famille"
        aide="Une photo lisible suffit."
        valeur={fichiers}
        onChange={poserFichiers}
      />
    </Groupe>
  );
};

const ATaper = () => {
  const [texte, poserTexte] = useState('');
  return (
    <>
      <ChampTexte
        id="charte-texte"
        libelle="Numéro et rue"
        aide="Comme sur une enveloppe."
        valeur={texte}
        onChange={poserTexte}
        erreur="Il manque le numéro de rue."
      />
      <ChampTexte
        id="charte-facultatif"
        libelle="Téléphone"
        facultatif
        type="tel"
        taille="moyen"
        valeur="04 90 00 00 00"
        onChange={poserTexte}
      />
      <ChampTexte
        id="charte-nombre"
        libelle="Surface de la terrasse"
        clavier="decimal"
        taille="court"
        unite="m²"
        valeur="12,5"
        onChange={poserTexte}
      />
      <ChampTexte
        id="charte-long"
        libelle="Ce qu’il faut savoir de plus"
        lignes={3}
        valeur={texte}
        onChange={poserTexte}
      />
    </>
  );
};

const Dates = () => {
  const [date, poserDate] = useState('');
  return (
    <>
      <ChampDate id="charte-date" libelle="Date de naissance" valeur={date} onChange={poserDate} />
      <ChampDate
        id="charte-date-refusee"
        libelle="Date du déménagement"
        valeur="2027-13-45"
        onChange={poserDate}
        erreur="Cette date n’existe pas. Vérifiez le jour, le mois et l’année."
      />
    </>
  );
};

const AChoisir = () => {
  const [choix, poserChoix] = useState('');
  const [liste, poserListe] = useState('');
  return (
    <>
      <ChampChoix
        id="charte-choix"
        libelle="Quand préférez-vous ?"
        options={OPTIONS}
        valeur={choix}
        onChange={poserChoix}
      />
      <ChampChoix
        id="charte-choix-refuse"
        libelle="Quand préférez-vous ?"
        options={OPTIONS}
        valeur={choix}
        onChange={poserChoix}
        erreur="Choisissez une réponse."
      />
      <ChampChoix
        id="charte-liste"
        libelle="Plus de sept choix se déplient"
        options={MOIS}
        valeur={liste}
        onChange={poserListe}
      />
    </>
  );
};

const ACocher = () => {
  const [cases, poserCases] = useState<string[]>([]);
  const [coche, cocher] = useState(false);
  return (
    <>
      <ChampCases
        id="charte-cases"
        libelle="Quels jours ?"
        options={['Lundi', 'Mardi', 'Jeudi']}
        valeur={cases}
        onChange={poserCases}
      />
      <ChampCase id="charte-case" libelle="Me prévenir aussi par SMS" valeur={coche} onChange={cocher} />
    </>
  );
};
