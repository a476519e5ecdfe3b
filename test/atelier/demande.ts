import { type Demande, deposer } from '../../functions/demandes/demande.ts';
import { codeDe, referenceDe } from '../../functions/demandes/reference.ts';
import { Usager } from '../../functions/usagers/usager.ts';
import { LUNDI, unParticulier } from './monde.ts';

const fondement = { texte: 'CRPA', article: 'L231-1', url: 'https://www.legifrance.gouv.fr' };

/** A demande filed on Monday 23 November 2026, accepted by silence after two months unless said otherwise. */
export const uneDemande = ({ regime, ...autres }: Partial<Demande> = {}): Demande => ({
  ...deposer({
    reference: referenceDe(crypto.getRandomValues(new Uint8Array(7))),
    code: codeDe(crypto.getRandomValues(new Uint8Array(12))),
    demarche: {
      id: 'essai',
      version: 1,
      nom: 'Une démarche',
      resume: 'Un essai',
      domaine: 'culture',
      pourQui: ['particulier'],
      mots: [],
      minutes: 1,
      service: 'accueil',
      regime: regime ?? { type: 'SVA', delai: 'P2M', fondement },
      etapes: [],
      pieces: [],
      recupere: [],
      autorite: 'maire',
      prix: { type: 'gratuit' },
      traitement: { base: 'mission', destinataires: [] },
      verifie: { par: 'l’essai', le: '2026-11-01' },
      rappels: [15, 7, 2],
      conservation: { duree: 'P1Y', sort: 'destruction' },
    },
    fuseau: 'Europe/Paris',
    service: 'accueil',
    usager: Usager.parse(unParticulier),
    recue: {
      type: 'recue',
      canal: 'web',
      le: LUNDI.toISOString(),
      par: { qui: 'usager', nom: 'Zoé Fictif' },
    },
  }),
  ...autres,
});
