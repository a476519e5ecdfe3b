import { useState } from 'react';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampCase, ChampCases, ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampDate } from '../../ui/champ-date.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { type FichierRecu, Fichiers } from '../../ui/fichiers.tsx';
import { Groupe } from '../../ui/groupe.tsx';

const OPTIONS = ['Le matin', 'L’après-midi', 'Toute la journée'];
const MOIS = Array.from({ length: 9 }, (_, i) => `Choix ${i + 1}`);

/** Every kind of field: at rest, with its help, optional, refused. */
export const CharteChamps = () => {
  const [texte, poserTexte] = useState('');
  const [date, poserDate] = useState('');
  const [choix, poserChoix] = useState('');
  const [liste, poserListe] = useState('');
  const [cases, poserCases] = useState<string[]>([]);
  const [coche, cocher] = useState(false);
  const [fichiers, poserFichiers] = useState<FichierRecu[]>([{ depot: 'exemple', nom: 'livret-de-famille.pdf', octets: 1_400_000 }]);
  return (
    <>
      <ChampTexte id="charte-texte" libelle="Numéro et rue" aide="Comme sur une enveloppe." valeur={texte} onChange={poserTexte} erreur="Il manque le numéro de rue." />
      <ChampTexte id="charte-facultatif" libelle="Téléphone" facultatif type="tel" taille="moyen" valeur="04 90 00 00 00" onChange={poserTexte} />
      <ChampTexte id="charte-nombre" libelle="Surface de la terrasse" clavier="decimal" taille="court" unite="m²" valeur="12,5" onChange={poserTexte} />
      <ChampTexte id="charte-long" libelle="Ce qu’il faut savoir de plus" lignes={3} valeur={texte} onChange={poserTexte} />
      <ChampDate id="charte-date" libelle="Date de naissance" valeur={date} onChange={poserDate} />
      <ChampDate id="charte-date-refusee" libelle="Date du déménagement" valeur="2027-13-45" onChange={poserDate} erreur="Cette date n’existe pas. Vérifiez le jour, le mois et l’année." />
      <ChampChoix id="charte-choix" libelle="Quand préférez-vous ?" options={OPTIONS} valeur={choix} onChange={poserChoix} />
      <ChampChoix id="charte-choix-refuse" libelle="Quand préférez-vous ?" options={OPTIONS} valeur={choix} onChange={poserChoix} erreur="Choisissez une réponse." />
      <ChampChoix id="charte-liste" libelle="Plus de sept choix se déplient" options={MOIS} valeur={liste} onChange={poserListe} />
      <ChampCases id="charte-cases" libelle="Quels jours ?" options={['Lundi', 'Mardi', 'Jeudi']} valeur={cases} onChange={poserCases} />
      <ChampCase id="charte-case" libelle="Me prévenir aussi par SMS" valeur={coche} onChange={cocher} />
      <Groupe titre="Un groupe de champs">
        <Fichiers id="charte-fichiers" libelle="Livret de famille" aide="Une photo lisible suffit." valeur={fichiers} onChange={poserFichiers} />
      </Groupe>
      <Bouton rang="second">Continuer</Bouton>
    </>
  );
};
