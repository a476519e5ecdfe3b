import {
  accepte,
  dans,
  demande,
  ecrit,
  envoie,
  type Histoire,
  prend,
  refuse,
  repond,
  termine,
} from '../../histoire.ts';
import type { Aubevivois } from './gens.ts';

/** Acts, and the cemetery. */
export const etatCivil: Histoire<Aubevivois>[] = [
  {
    qui: 'zoe',
    ilYA: 121,
    demarche: 'acte-de-naissance',
    reponses: {
      document: 'Copie intégrale',
      lien: 'Moi',
      nomNaissance: 'Fabriès',
      prenoms: 'Zoé Angèle',
      dateNaissance: '1991-06-14',
      parent1: 'Aygalin Denise',
    },
    suite: [
      prend(1),
      termine(
        1,
        'Votre copie intégrale est partie ce matin par la poste. Elle arrive d’ordinaire en deux à trois jours.',
      ),
    ],
  },
  {
    qui: 'lucas',
    ilYA: 46,
    demarche: 'acte-de-naissance',
    reponses: {
      document: 'Extrait sans filiation',
      nomNaissance: 'Peyrolier',
      prenoms: 'Lucas',
      dateNaissance: '1988-01-30',
    },
    suite: [
      prend(1),
      termine(4, 'L’extrait est parti par la poste à l’adresse que vous avez donnée.'),
      ecrit(30, 'Bonjour, je n’ai toujours rien reçu. La boîte aux lettres est au nom de Peyrolier-Vidal.'),
    ],
  },
  {
    qui: 'karine',
    ilYA: 17,
    demarche: 'acte-de-naissance',
    reponses: {
      document: 'Copie intégrale',
      lien: 'Mon père, ma mère, un de mes grands-parents',
      nomNaissance: 'Bargeton',
      prenoms: 'Simone Rose',
      dateNaissance: '1938-11-02',
      parent1: 'Bargeton Auguste',
    },
    suite: [
      prend(1),
      demande(2, [{ nom: 'Copie de votre livret de famille', motif: 'Pour voir le lien avec votre mère.' }], {
        sous: 30,
        message:
          'Bonjour, une photo lisible de la page suffit. Vous pouvez aussi passer au guichet avec l’original.',
      }),
    ],
  },
  {
    qui: 'stepan',
    ilYA: 5,
    demarche: 'acte-de-naissance',
    reponses: {
      document: 'Extrait avec filiation',
      lien: 'Mon enfant, mon petit-enfant',
      nomNaissance: 'Dvořáčková',
      prenoms: 'Eliška Marie',
      dateNaissance: '2021-09-08',
      parent1: 'Dvořáček Štěpán',
    },
    suite: [
      prend(1),
      repond(
        1,
        'Bonjour, l’acte porte bien les signes diacritiques. Je vérifie que l’imprimante les rend aussi, et je vous l’envoie.',
      ),
    ],
  },
  {
    qui: 'o',
    ilYA: 1,
    demarche: 'acte-de-naissance',
    reponses: {
      document: 'Extrait sans filiation',
      nomNaissance: 'O',
      prenoms: 'Li',
      dateNaissance: '1979-02-28',
    },
  },
  {
    qui: 'marbrerie',
    ilYA: 149,
    demarche: 'inscription-monument-funeraire',
    reponses: {
      emplacement: 'Carré B, rang 4, tombe 11',
      lien: 'Chargé de ce travail par la famille',
      texte: 'À notre grand-mère, qui chantait en cueillant les cerises',
      langue: 'En français',
    },
    pieces: ['croquis'],
    suite: [
      prend(4),
      accepte(15, 'Le texte est accepté tel quel. Prévenez le gardien deux jours avant le chantier.'),
    ],
  },
  {
    qui: 'emile',
    ilYA: 75,
    demarche: 'inscription-monument-funeraire',
    reponses: {
      emplacement: 'Carré A, près du cyprès foudroyé',
      lien: 'Titulaire de la concession',
      texte: 'Ici repose un homme qui n’était pas pressé',
      langue: 'En français',
    },
  },
  {
    qui: 'andrei',
    ilYA: 58,
    demarche: 'inscription-monument-funeraire',
    reponses: {
      emplacement: 'Carré D, rang 2, tombe 5',
      lien: 'De la famille du titulaire',
      texte: 'Вечная память',
      langue: 'Dans une autre langue',
      traduction: 'Mémoire éternelle',
      symbole: 'Une branche d’olivier',
    },
    pieces: ['croquis'],
    suite: [
      prend(6),
      repond(20, 'Bonjour, je soumets la traduction à Mme Montfavet et je reviens vers vous.'),
      ecrit(48, 'Bonjour, le marbrier peut venir la semaine prochaine. Avez-vous une réponse ?'),
    ],
  },
  {
    qui: 'robert',
    ilYA: 33,
    demarche: 'inscription-monument-funeraire',
    reponses: {
      emplacement: 'Carré C, rang 1, tombe 2',
      lien: 'De la famille du titulaire',
      texte: 'À Jean, qui nous doit encore trois tournées',
      langue: 'En français',
    },
    suite: [
      prend(2),
      refuse(
        12,
        'Le texte vise une dette supposée du défunt. Deux de ses enfants, titulaires de la concession, s’y opposent par écrit.',
        'Article R2223-8 du code général des collectivités territoriales : aucune inscription ne peut être placée sur les pierres tombales sans l’approbation préalable du maire, garant de la décence du cimetière.',
      ),
    ],
  },
  {
    qui: 'odette',
    ilYA: 92,
    demarche: 'concession-funeraire',
    reponses: {
      emplacement: 'Une tombe en pleine terre',
      moment: 'À l’avance',
      duree: '30 ans',
      beneficiaires: 'Moi et ma famille',
      precisions: 'À l’ombre si possible, j’ai toujours eu trop chaud.',
    },
    suite: [
      prend(2),
      repond(
        5,
        'Bonjour Madame, trois emplacements sont libres à l’ombre, dans le carré B. Voulez-vous les voir avec le gardien ?',
      ),
      ecrit(9, 'Oui, jeudi matin, avec ma belle-fille.'),
      accepte(20, 'Votre concession est accordée pour trente ans, carré B, rang 7.'),
    ],
  },
  {
    qui: 'noel',
    ilYA: 12,
    demarche: 'listes-electorales',
    reponses: {
      motif: 'J’ai emménagé dans la commune',
      communeAvant: 'Villemarine',
      nationalite: 'Française',
      nomNaissance: 'Çobanoğlu',
      prenoms: 'Noël Emre',
      dateNaissance: '1986-12-25',
      lieuNaissance: 'Villemarine, France',
      sexe: 'Masculin',
      attache: 'J’y habite',
    },
    pieces: ['attacheDomicile'],
    suite: [prend(3)],
  },
  {
    qui: 'hugo',
    ilYA: 3,
    demarche: 'recensement-citoyen',
    reponses: {
      pourQui: 'Moi',
      dateNaissance: dans(-6110),
      lieuNaissance: 'Malvallon, France',
      francaisDepuis: 'Depuis sa naissance',
      parent1: 'Oubrahim Yasmine',
      parent2: 'Kervadec Gaël',
      situation: 'Collège, lycée ou études',
      etablissement: 'Seconde, lycée des Ormes',
    },
    pieces: ['identite'],
    suite: [
      prend(1),
      demande(1, [{ nom: 'Copie lisible du livret de famille', motif: 'La photo est coupée en bas.' }], {
        sous: 21,
        message: '',
      }),
      envoie(2, 'autre-1-1'),
    ],
  },
  {
    qui: 'maud',
    ilYA: 0,
    demarche: 'listes-electorales',
    reponses: {
      motif: 'J’ai changé d’adresse dans la commune',
      nationalite: 'Française',
      nomNaissance: 'Estrambières',
      prenoms: 'Maud Irène',
      dateNaissance: '1990-10-05',
      lieuNaissance: 'Villemarine, France',
      sexe: 'Féminin',
      attache: 'J’y habite',
    },
  },
];
