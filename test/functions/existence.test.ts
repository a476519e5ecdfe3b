import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { codeDe, referenceDe } from '../../functions/demandes/reference.ts';
import { interactionStore } from '../../functions/interactions/interaction.store.ts';
import { Interaction } from '../../functions/interactions/interaction.ts';
import { pieceStore } from '../../functions/pieces/piece.store.ts';
import { PieceId } from '../../functions/pieces/piece.ts';
import { empreinte } from '../../functions/platform/aleas.ts';
import { enReponse } from '../../functions/platform/http.ts';
import { type Jetons, type Lieu, perform, type Verbe } from '../../functions/platform/perform.ts';
import { Refus } from '../../functions/platform/refus.ts';
import { ouvrirTable } from '../../functions/platform/table.ts';
import { deposer, LUNDI, unAgent, unLieu, unUsager } from '../atelier/monde.ts';

const hasard = (n: number) => crypto.getRandomValues(new Uint8Array(n));

/** What names something in a route: that of someone else, and one that names nothing. */
type Noms = Record<string, { autrui: string; rien: string }>;

let lieu: Lieu;
let noms: Noms;
const qui: { usager: Jetons; agent: Jetons } = { usager: {}, agent: {} };

beforeAll(async () => {
  lieu = await unLieu();
  const { reference } = await deposer(lieu);
  const { services } = lieu.monde.commune;
  const service = lieu.monde.demarches.find(({ id }) => id === 'carte-stationnement-resident')?.service;
  const ailleurs = lieu.monde.commune.agents.find(
    (agent) => agent.role === 'instructeur' && !agent.services.includes(service ?? ''),
  );
  expect(services.length).toBeGreaterThan(1);
  const piece = PieceId.parse(crypto.randomUUID());
  const table = ouvrirTable(lieu.base);
  pieceStore(table, LUNDI).join(reference, {
    id: piece,
    pour: 'photo',
    nom: 'photo.jpg',
    type: 'image/jpeg',
    octets: 10,
    recueLe: LUNDI.toISOString(),
    deposeePar: 'Zoé Fictif',
  });
  interactionStore(table).add(
    Interaction.parse({
      id: 'courriel-d-autrui',
      canal: 'courriel',
      recueLe: LUNDI.toISOString(),
      de: 'zoe.fictif@courriel.example',
      a: [],
      objet: 'Bonjour',
      extrait: '',
      texte: 'Bonjour',
      etat: 'rattachee',
      demande: reference,
      original: 'entrants/1',
    }),
  );
  await table.commit();
  const administrateur = await unAgent(lieu, 'administrateur');
  qui.usager = await unUsager(lieu, []);
  qui.agent = await unAgent(lieu, 'instructeur', ailleurs?.services[0]);
  noms = {
    demande: { autrui: reference, rien: referenceDe(hasard(7)) },
    reference: { autrui: reference, rien: referenceDe(hasard(7)) },
    piece: { autrui: piece, rien: crypto.randomUUID() },
    interaction: { autrui: 'courriel-d-autrui', rien: 'rien' },
    session: { autrui: empreinte(administrateur.agent), rien: empreinte('rien') },
  };
});

/** What else each action wants, well formed: an action that names something and is not here fails the test. */
const motifs = { faits: 'Le véhicule est immatriculé ailleurs.', droit: 'Article L2213-2 du CGCT.' };
const ENTREES: Record<string, object> = {
  suivreDemande: {},
  imprimerAccuse: {},
  completerDemande: { pieces: [{ pour: 'photo', depot: crypto.randomUUID() }] },
  ecrireMairie: { texte: 'Bonjour' },
  consulterDemande: {},
  qualifierDemande: { version: 1, demarche: 'carte-stationnement-resident' },
  ecarterDemande: { version: 1, motif: 'publicite' },
  prendreEnCharge: { version: 1 },
  marquerLue: { version: 1 },
  demanderPieces: { version: 1, pieces: [{ nom: 'Une photo' }], jusquau: '2026-12-20' },
  ecrireUsager: { texte: 'Bonjour' },
  accepterDemande: { version: 1 },
  cloturerDemande: { version: 1, texte: 'La chaussée a été réparée le 20 novembre devant le numéro 14.' },
  refuserDemande: { version: 1, ...motifs },
  consignerFait: { version: 1, fait: { type: 'desistement' } },
  signerActe: { version: 1 },
  renvoyerActe: { version: 1, mot: 'Ajoutez la date de validité de la carte.' },
  abandonnerProjet: { version: 1 },
  examinerPieces: { version: 1, verdicts: [{ id: 'photo', verdict: 'acceptee' }] },
  communiquerMotifs: { version: 1, ...motifs },
  delivrerAttestation: {},
  demanderMotifs: {},
  contesterDecision: { texte: 'Je conteste.' },
  demanderDesistement: {},
  seDesister: { connexion: crypto.randomUUID(), code: '123456' },
  presenterObservations: { texte: 'Ma réponse.' },
  ouvrirPiece: {},
  ouvrirOriginal: {},
  ouvrirInteraction: {},
  rattacherInteraction: { demande: referenceDe(hasard(7)) },
  ecarterInteraction: { motif: 'publicite' },
  fermerSession: {},
  rattacherDemande: { code: codeDe(hasard(12)) },
  ouvrirSuivi: { code: codeDe(hasard(12)) },
};

/** Actions whose profiles are neither an usager nor an instructeur, or whose name is a secret of itself. */
const AILLEURS = ['recevoirPiece', 'consulterDemarche', 'retirerDecision'];

const nommes = ({ contract }: (typeof manifeste)[number]): string[] => [
  ...[...(contract.route ?? '').matchAll(/\{(\w+)\}/g)].map(([, nom]) => nom ?? ''),
];
const cas = manifeste
  .filter((entree) => nommes(entree).length > 0 || ['rattacherDemande', 'ouvrirSuivi'].includes(entree.nom))
  .filter(({ nom }) => !AILLEURS.includes(nom))
  .flatMap((entree) =>
    (['usager', 'agent'] as const)
      .filter((profil) => {
        const { par } = entree.contract;
        return profil === 'usager'
          ? par.includes('usager') || par.includes('public')
          : par.includes('instructeur');
      })
      .map((profil) => ({ ...entree, profil })),
  );

const reponseA = async (entree: (typeof cas)[number], lequel: 'autrui' | 'rien') => {
  const module: Record<string, Verbe> = await import(
    path.resolve(import.meta.dirname, '../..', entree.fichier)
  );
  const verbe = module[entree.nom];
  if (!verbe) throw new Error(`pas de ${entree.nom}`);
  const champs = nommes(entree).length > 0 ? nommes(entree) : ['reference'];
  const nommees = Object.fromEntries(champs.map((champ) => [champ, noms[champ]?.[lequel] ?? '']));
  const input = { ...ENTREES[entree.nom], ...nommees };
  const erreur: unknown = await perform(verbe, { input, now: LUNDI, jetons: qui[entree.profil] }, lieu).then(
    () => undefined,
    (dite: unknown) => dite,
  );
  if (!(erreur instanceof Refus)) throw erreur ?? new Error(`${entree.nom} a répondu`);
  return enReponse(entree.contract, erreur);
};

describe('ce qui est à autrui se refuse comme ce qui n’existe pas', () => {
  it.each(cas)('$nom, demandée par $profil', async (entree) => {
    expect(ENTREES, `${entree.nom} : dire ici ce qu’elle demande`).toHaveProperty(entree.nom);
    const autrui = await reponseA(entree, 'autrui');
    expect(autrui).toEqual(await reponseA(entree, 'rien'));
    const session = ['rattacherDemande', 'ouvrirSuivi'].includes(entree.nom);
    expect(autrui.statusCode === 404 || (session && autrui.statusCode === 401)).toBe(true);
  });
});
