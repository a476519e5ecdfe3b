import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lireCommunes } from '../../lib/communes.ts';
import { indexer } from '../../web/portail/demarches/index-recherche.ts';

const [premiere] = lireCommunes(path.resolve(import.meta.dirname, '../..'));
const chercher = indexer(premiere?.demarches ?? []);
const trouvees = (saisie: string) => chercher(saisie).map(({ id }) => id);

/** What people type, with their own words, typos and no accents, and what they were looking for. */
const BESOINS: [string, string][] = [
  ['acte de naissense', 'acte-de-naissance'],
  ['extrait naissance', 'acte-de-naissance'],
  ['livret naisance', 'acte-de-naissance'],
  ['etat civil', 'acte-de-naissance'],
  ['elections', 'listes-electorales'],
  ['voter', 'listes-electorales'],
  ['carte electeur', 'listes-electorales'],
  ['liste electoral', 'listes-electorales'],
  ['je viens de déménager, où voter ?', 'listes-electorales'],
  ['recencement', 'recensement-citoyen'],
  ['jdc', 'recensement-citoyen'],
  ['mon fils a 16 ans', 'recensement-citoyen'],
  ['service militaire', 'recensement-citoyen'],
  ['simetiere', 'concession-funeraire'],
  ['cimetiere', 'concession-funeraire'],
  ['enterrement', 'concession-funeraire'],
  ['columbariom', 'concession-funeraire'],
  ['renouveler concession', 'renouvellement-concession'],
  ['concession expirée', 'renouvellement-concession'],
  ['mes données personnelles', 'exercice-des-droits'],
  ['rgpd', 'exercice-des-droits'],
  ['contester un refus', 'recours-gracieux'],
  ['pierre tombale', 'inscription-monument-funeraire'],
  ['gravure tombe', 'inscription-monument-funeraire'],
  ['inscrire mon enfant a l’ecole', 'inscription-scolaire'],
  ['ecole maternel', 'inscription-scolaire'],
  ['changer d’école', 'inscription-scolaire'],
  ['cantinne', 'cantine'],
  ['garderie', 'periscolaire'],
  ['centre aéré mercredi', 'periscolaire'],
  ['perisco', 'periscolaire'],
  ['creche', 'place-en-creche'],
  ['bebe', 'place-en-creche'],
  ['faire garder mon bébé', 'place-en-creche'],
  ['nounou', 'place-en-creche'],
  ['piano', 'ecole-de-musique'],
  ['ecole de musque', 'ecole-de-musique'],
  ['poubele', 'signalement-voirie'],
  ['nid de poule', 'signalement-voirie'],
  ['lampadere', 'signalement-voirie'],
  ['trou dans la route', 'signalement-voirie'],
  ['depot sauvage', 'signalement-voirie'],
  ['lumiere cassée rue', 'signalement-voirie'],
  ['rats', 'signalement-voirie'],
  ['demenagement', 'stationnement-demenagement'],
  ['camion demenagment', 'stationnement-demenagement'],
  ['reserver place camion', 'stationnement-demenagement'],
  ['garer', 'carte-stationnement-resident'],
  ['me garer devant chez moi', 'carte-stationnement-resident'],
  ['macaron', 'carte-stationnement-resident'],
  ['parking resident', 'carte-stationnement-resident'],
  ['echafaudage', 'permission-de-voirie'],
  ['poser une bene', 'permission-de-voirie'],
  ['ravalement facade', 'permission-de-voirie'],
  ['abaisser trottoir garage', 'permission-de-voirie'],
  ['planter des fleurs', 'permis-de-vegetaliser'],
  ['vegetalisation', 'permis-de-vegetaliser'],
  ['jardiner en ville', 'permis-de-vegetaliser'],
  ['terase', 'terrasse'],
  ['tables devant mon restaurant', 'terrasse'],
  ['subvension', 'subvention-association'],
  ['argent pour mon club', 'subvention-association'],
  ['salle pour assemblee generale', 'salle-association'],
  ['gymnase', 'salle-association'],
  ['salle des fetes', 'location-salle'],
  ['salle mariage', 'location-salle'],
  ['louer salle aniversaire', 'location-salle'],
  ['buvete', 'buvette'],
  ['vendre de la biere kermesse', 'buvette'],
  ['portage repas', 'portage-de-repas'],
  ['repas personne agee', 'portage-de-repas'],
  ['deliberation conseil municipal', 'acces-document-administratif'],
  ['cada', 'acces-document-administratif'],
  ['jeter un frigo', 'signalement-voirie'],
  ['arbre tombé', 'signalement-voirie'],
  ['lampe grillée', 'signalement-voirie'],
  ['inscription cp', 'inscription-scolaire'],
  ['mode de garde', 'place-en-creche'],
  ['nouveau ne', 'place-en-creche'],
  ['attestation recensement bac', 'recensement-citoyen'],
  ['mort de mon père', 'concession-funeraire'],
  ['macon trottoir travaux', 'permission-de-voirie'],
  ['monte-meuble', 'stationnement-demenagement'],
  ['vignette voiture', 'carte-stationnement-resident'],
  ['fete de famille', 'location-salle'],
  ['rendez vous avec le maire', 'demande-libre'],
  ['changement d’adresse', 'listes-electorales'],
  ['association aide financiere', 'subvention-association'],
  ['bistrot', 'terrasse'],
  ['reclamation', 'demande-libre'],
  ['ecrire au maire', 'demande-libre'],
  ['bruit du voisin', 'demande-libre'],
];

describe('chercher avec ses mots', () => {
  it.each(BESOINS)('« %s » trouve d’abord %s', (saisie, attendue) => {
    expect(trouvees(saisie)[0]).toBe(attendue);
  });

  it.each(['Écoles', 'ecole', 'ÉCOLE'])(
    '« %s » donne la même liste, accents et pluriel compris',
    (saisie) => {
      expect(trouvees(saisie)).toEqual(trouvees('école'));
    },
  );

  it('toute démarche se trouve par son nom', () => {
    const perdues = (premiere?.demarches ?? []).filter(({ id, nom }) => trouvees(nom)[0] !== id);
    expect(perdues.map(({ nom }) => nom)).toEqual([]);
  });

  it('ce qui ne ressemble que de loin n’encombre pas la liste', () => {
    expect(trouvees('mariage salle')).toEqual(['location-salle', 'salle-association']);
    expect(trouvees('crèche')).toEqual(['place-en-creche']);
  });

  it('un mot qui ne veut rien dire ne trouve rien', () => {
    expect(trouvees('xyzzyqwk')).toEqual([]);
    expect(trouvees('de la pour')).toEqual([]);
  });
});
