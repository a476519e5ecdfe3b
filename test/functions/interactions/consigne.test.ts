import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceDe } from '../../../functions/demandes/reference.ts';
import { type Consigne, consigneDe, referencesDuSms } from '../../../functions/interactions/consigne.ts';

const VRAIE = (() => {
  const octets = Array.from({ length: 7 }, (_, i) => [0, 1, 19, 7, 20, 2, 9][i] ?? 0);
  return referenceDe(Uint8Array.from(octets));
})();
const [A, B] = VRAIE.split('-');

const MOTS: Record<Exclude<Consigne['type'], 'message' | 'choix'>, string[]> = {
  arret: [
    'STOP',
    'stop',
    'Stop.',
    'Stop. Merci',
    'STOP SMS svp',
    'STOPSMS',
    'Stop stop stop !!!',
    'ARRET',
    'arrêt sms',
    'Arrêtez',
    'Arrêtez tout',
    'Arrêtez de m’envoyer des SMS',
    "arretez de m'envoyer des sms merci",
    'Ne m’envoyez plus rien',
    'ne m’envoyez plus de SMS s’il vous plaît',
    'Je ne veux plus recevoir de messages',
    'je veux plus recevoir vos sms',
    'Bonjour, stop merci',
    'STOP 36111',
    'Plus de SMS svp',
    'pas de sms merci',
    'Cessez vos envois',
    'Je ne souhaite plus être contactée',
    'Retirez mon numéro de votre liste svp',
    'STOP SPAM',
    'Laissez-moi tranquille',
    'Merci de ne plus m’envoyer de SMS',
    'Je souhaite me désabonner',
    'désabonnement',
    'Stop 🛑',
    'stpo',
    'S T O P'.replaceAll(' ', ''),
  ],
  reprise: ['REPRENDRE', 'reprendre les sms', 'START', 'Reprise svp', 'Bonjour, reprenez l’envoi des SMS'],
  aide: [
    'Besoin d’aide',
    'AIDE',
    'aide ?',
    'Aide svp',
    'help',
    'INFO',
    'infos',
    'Bonjour, aide',
    '?',
    'AIIDE',
    'menu',
  ],
  photo: [
    'PHOTO',
    'photo ?',
    'Photos',
    'Comment envoyer une photo ?',
    'Où envoyer la photo svp',
    'Voici la photo',
    'image',
  ],
  'rendez-vous': [
    'RDV',
    'rdv svp',
    'Rendez-vous',
    'prendre un rendez-vous',
    'Bonjour, comment prendre RDV ?',
    'Je voudrais un rendez-vous merci',
  ],
  courtoisie: [
    'non pas encore',
    'Oui, demain',
    'OUI',
    'non',
    'Ok',
    'OK merci',
    'Merci',
    'MERCI BEAUCOUP !!',
    'merci pour votre aide',
    'Non merci',
    'D’accord',
    'daccord',
    'Parfait, bonne journée',
    'Bien reçu, merci',
    '👍',
    '🙏🙏',
    '...',
    'c’est noté',
  ],
  suivi: [
    VRAIE,
    VRAIE.toLowerCase(),
    `${A}${B}`,
    `${A} ${B}`,
    ` ${A} - ${B} `,
    `${A}–${B}`,
    VRAIE.replaceAll('0', 'O').replaceAll('1', 'I'),
    [...`${A}${B}`].join(' '),
    `SUIVI ${VRAIE}`,
    `Bonjour, SUIVI ${VRAIE} merci`,
    `Suivi n° ${VRAIE}`,
    `súivi:${VRAIE}.`,
    `suivi${A}${B}`,
    `Où en est ma demande ${VRAIE} ?`,
    `ou en est mon dossier ${A} ${B} svp`,
    `réf ${VRAIE}`,
    `Bonjour, avez-vous des nouvelles de ma demande ${VRAIE} ?`,
    'suivi?',
    'Suivi 🙂',
    'suvi',
    'SUIVII',
    'Suivi de ma demande',
    'Où en est ma demande ?',
    'Des nouvelles ?',
    'Alors, où en est-on ?',
    'état de ma demande',
    'Bonjour, où en est mon dossier ?',
  ],
  nouvelle: [
    'NOUVELLE',
    'nouvelle demande',
    'Nouvelle demande svp',
    'Autre sujet',
    'c’est une nouvelle demande',
  ],
};

/** Real sentences that hold such a word: a person must read them. */
const PHRASES = [
  'Stop aux voitures rue des Écoles !',
  'Il faut un panneau stop au carrefour',
  'Le stop de la rue Haute est tombé',
  'Arrêt de bus cassé place du Marché',
  'Arrêtez le bruit la nuit svp',
  'Arrêtez de couper les arbres',
  'arrêté de stationnement',
  'L’arrêté du maire est-il affiché ?',
  'Je ne reçois plus de SMS',
  'Je n’ai pas reçu votre message',
  'Le bus ne s’arrête plus ici',
  'Retirez les poubelles de la rue Haute',
  'Supprimez le stop rue Basse',
  'Où est la mairie ?',
  'Je n’ai pas de nouvelles du médiateur',
  'merci de réparer le lampadaire',
  'Merci de me rappeler',
  'Merci de m’envoyer un acte de naissance',
  'Aidez-moi, un arbre est tombé',
  'Aidez-moi',
  'Aide aux personnes âgées, comment faire ?',
  'J’ai besoin d’aide pour ma facture de cantine',
  'aide sociale',
  'Info sur les inscriptions à l’école ?',
  'Quelles infos faut-il pour la carte d’identité',
  'Photo d’identité : faut-il deux photos ?',
  'J’ai une photo du trou dans la chaussée',
  'La photo du site est fausse',
  'RDV passeport',
  'Je voudrais un rdv avec Monsieur le maire',
  'Mon rendez-vous de mardi est annulé',
  'Oui je serai là mardi à 10 h',
  'Non ce n’est pas réparé',
  'OK pour le 12, qui dois-je voir ?',
  'Oui mais le trou est toujours là',
  'Bonjour',
  'Allô',
  'Suivi de chantier rue Haute',
  'Qui assure le suivi des espaces verts ?',
  `${VRAIE} le lampadaire clignote encore`,
  `Bonjour, ma demande ${VRAIE} : je joins le nom de la rue Haute`,
  'Nouvelle fuite d’eau rue des Écoles',
  'Une nouvelle chaise est abandonnée',
  'Bonnes nouvelles du chien perdu',
  'Il y a un trou rue Haute',
  'Devant le 3',
  '12 rue Haute',
  'Le 12 rue Haute est inondé',
  'البلدية مغلقة',
  'Здравствуйте, когда открыта мэрия?',
  '市政厅什么时候开门',
  'trou',
  'Fuite',
  'Incendie !',
  'Reprendre les travaux rue Basse',
  'On peut reprendre le bus quand ?',
  'Stop '.repeat(60),
];

describe('un SMS', () => {
  const attendus = Object.entries(MOTS).flatMap(([type, textes]) =>
    textes.map((texte) => [texte, type] as const),
  );
  it.each(attendus)('« %s » est le mot %s', (texte, type) => expect(consigneDe(texte).type).toBe(type));

  it.each(PHRASES)('« %s » est pour une personne', (texte) =>
    expect(consigneDe(texte)).toEqual({ type: 'message' }),
  );

  it('est essayé sur cent vingt textes et plus', () => {
    expect(attendus.length + PHRASES.length).toBeGreaterThan(120);
  });

  it('donne la référence, seule ou dans une question', () => {
    for (const texte of MOTS.suivi.slice(0, 8))
      expect(consigneDe(texte)).toEqual({ type: 'suivi', reference: VRAIE, nue: true });
    for (const texte of MOTS.suivi.slice(8, 17))
      expect(consigneDe(texte)).toEqual({ type: 'suivi', reference: VRAIE });
    expect(referencesDuSms(`pour ${VRAIE.toLowerCase()} il manque le 3`)).toEqual([VRAIE]);
  });

  it.each([
    ['1', 1],
    ['2.', 2],
    ['le 2 merci'.replace(' merci', ''), 2],
    ['n° 3', 3],
    ['Choix 1', 1],
  ])('« %s » est le choix %s', (texte, rang) => expect(consigneDe(texte)).toEqual({ type: 'choix', rang }));

  it.each([
    ['NOUVELLE : un arbre est tombé', true],
    ['Nouvelle demande un arbre est tombé', true],
    ['NOUVELLE', false],
  ])('« %s » ouvre autre chose, avec son texte : %s', (texte, avecTexte) =>
    expect(consigneDe(texte)).toEqual({ type: 'nouvelle', avecTexte }),
  );

  it('ne tombe sur aucun texte, et ne prend jamais une longue phrase pour un mot', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (texte) => {
        const { type } = consigneDe(texte);
        if (texte.trim().length > 120) expect(['message', 'nouvelle']).toContain(type);
      }),
      { numRuns: 500 },
    );
  });

  it('reconnaît toute référence, quelle que soit sa graphie', () => {
    const reference = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(referenceDe);
    const graphies = [
      (r: string) => r,
      (r: string) => r.toLowerCase(),
      (r: string) => r.replace('-', ' - '),
      (r: string) => `suivi ${r.replace('-', '')}`,
      (r: string) => `Bonjour, où en est ma demande ${r} ?`,
    ];
    fc.assert(
      fc.property(reference, fc.constantFrom(...graphies), (r, ecrire) => {
        expect(consigneDe(ecrire(r))).toMatchObject({ type: 'suivi', reference: r });
      }),
    );
  });
});
