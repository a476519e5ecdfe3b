import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Demande } from '../../../functions/demandes/demande.ts';
import type { Fait } from '../../../functions/demandes/fait.ts';
import { Statut } from '../../../functions/demandes/gestes.ts';
import {
  accuseAUsager,
  aUsager,
  lettreDeDecision,
  lettreDePieces,
} from '../../../functions/demandes/lettres.ts';
import { lettreDuMot } from '../../../functions/demandes/mots.ts';
import type { Sort } from '../../../functions/demandes/reouverture.ts';
import { etatEnBref } from '../../../functions/demandes/vie.ts';
import { smsDe } from '../../../functions/envois/envoi.mots.ts';
import { combienDeSms } from '../../../functions/envois/gsm.ts';
import * as repliques from '../../../functions/interactions/repliques.ts';
import { Usager } from '../../../functions/usagers/usager.ts';
import { lireCommunes } from '../../../lib/communes.ts';
import { uneDemande } from '../../atelier/demande.ts';

/** As long as the address of a real town. */
const DOMAINE = 'demarches.saint-exemple-sur-mer.fr'.slice(0, 30);
const ORIGINE = `https://${DOMAINE}`;
const communes = lireCommunes(path.resolve(import.meta.dirname, '../../..')).map(({ commune }) => ({
  ...commune,
  domaine: DOMAINE,
  courriel: `mairie@${DOMAINE}`,
}));
const ids = () => 'id';
const usager = Usager.parse({ qualite: 'correspondant', telephone: '0639980001', parSms: true });
const deSms = (autres: Partial<Demande> = {}): Demande => {
  const nue = uneDemande({ usager, objet: 'Un lampadaire clignote rue Haute depuis lundi', ...autres });
  const recue = nue.faits.map(
    (fait): Fait => (fait.type === 'recue' ? { ...fait, canal: 'sms', le: '2026-09-23T09:30:00Z' } : fait),
  );
  return { ...nue, demarche: { ...nue.demarche, id: 'demande-libre' }, faits: recue };
};

const SORTS: Record<Sort, true> = {
  'en-cours': true,
  rouverte: true,
  terminee: true,
  decidee: true,
  transmise: true,
  desistee: true,
  ecartee: true,
  abusive: true,
};

/** Letters that a plain SMS does not know; typographic marks are said by plain ones. */
const ABSENTES = /[àâêëîïôûçœÀÂÊËÎÏÔÛŒ]/;
const sauf = (texte: string): string => texte.replaceAll('à', '');

describe.each(communes)('les SMS de $nom', (commune) => {
  const compose = (texte: string, demande?: Demande): string =>
    smsDe(
      {
        id: 'id',
        demande: demande?.reference ?? '',
        code: demande?.code ?? '',
        a: '0639980001',
        contenu: { type: 'sms', texte },
        etat: 'a-expedier',
      },
      { commune, origines: [ORIGINE] },
    ) ?? '';
  const tient = (texte: string, demande?: Demande): void => {
    expect(sauf(texte)).not.toMatch(ABSENTES);
    expect([combienDeSms(compose(texte, demande)), texte]).toEqual([1, texte]);
  };

  it.each([
    ['a-qualifier', usager],
    ['deposee', usager],
    ['a-qualifier', { ...usager, courriel: 'zoe@courriel.example' }],
    ['deposee', { ...usager, courriel: 'zoe@courriel.example' }],
  ] as const)('l’accusé d’une demande « %s » tient en un message, daté', (statut, personne) => {
    const demande = deSms({ statut, usager: personne });
    const textes = accuseAUsager(demande, ids).flatMap(({ contenu }) =>
      contenu.type === 'sms' ? [contenu.texte] : [],
    );
    expect(textes.join()).toContain('23 septembre 2026');
    for (const texte of textes) tient(texte, demande);
  });

  it.each(Object.keys(SORTS) as Sort[])('la réponse à un mot (« %s ») tient en un message', (sort) => {
    const arrivee = {
      le: '2026-09-23T09:30:00Z',
      service: commune.services[0] as (typeof commune.services)[0],
    };
    const demande = deSms({ statut: 'refusee' });
    const lettre = lettreDuMot(demande, sort, {
      commune,
      origine: ORIGINE,
      arrivee,
      refusees: [],
      devinee: false,
    });
    tient(lettre.court ?? '', demande);
  });

  it('joint à une demande que rien ne nommait, dit encore en un message comment en sortir', () => {
    const arrivee = {
      le: '2026-09-23T09:30:00Z',
      service: commune.services[0] as (typeof commune.services)[0],
    };
    const demande = deSms();
    const autour = { commune, origine: ORIGINE, arrivee, refusees: [], devinee: true };
    const { court = '' } = lettreDuMot(demande, 'en-cours', autour);
    expect(court).toMatch(/NOUVELLE/);
    tient(court, demande);
  });

  it('ce que la machine répond à un mot tient en un message', () => {
    const adresse = `mairie+K7M2-9QX3@${DOMAINE}`;
    for (const texte of [
      repliques.STOP_NOTE(commune),
      repliques.REPRISE_NOTEE,
      repliques.AIDE(commune),
      repliques.photo(adresse),
      repliques.rendezVous(commune),
      repliques.EXEMPLE_SUIVI,
      repliques.autreNumero(ORIGINE),
      repliques.RIEN_A_REPONDRE,
      repliques.CHOIX_INCONNU,
      repliques.NOUVELLE_VIDE,
      repliques.DEJA_TRIE,
    ])
      tient(texte);
  });

  it('la question et la liste des demandes tiennent en deux messages', () => {
    const choix = Array.from({ length: repliques.CHOIX_MAX }, (_, i) => ({
      reference: 'K7M2-9QX3',
      objet: `Une demande dont le nom est long, numéro ${i}`,
    }));
    for (const pour of ['message', 'suivi'] as const)
      expect(combienDeSms(compose(repliques.laquelle(choix, pour)))).toBeLessThanOrEqual(2);
  });

  it('une décision, un avis, un code s’écrivent sans lettre absente', () => {
    const fait: Fait = {
      type: 'decision',
      sens: 'refus',
      texte: '',
      le: '2026-09-23T09:30:00Z',
      par: { qui: 'agent', nom: 'A' },
    };
    const nue = deSms({ statut: 'refusee' });
    const demande = { ...nue, faits: [...nue.faits, fait] };
    tient(lettreDeDecision(demande, commune).court ?? '', demande);
    const [avis] = aUsager(
      demande,
      { objet: `Vos pièces sont arrivées — ${demande.objet} (${demande.reference})`, paragraphes: [] },
      ids,
    );
    if (avis?.contenu.type === 'sms') tient(avis.contenu.texte, demande);
    const code = smsDe(
      {
        id: '',
        demande: '',
        code: '',
        a: '',
        contenu: { type: 'code', code: '123456', par: 'sms' },
        etat: 'a-expedier',
      },
      { commune, origines: [ORIGINE] },
    );
    expect(combienDeSms(code ?? '')).toBe(1);
    const demandees: Fait = {
      type: 'pieces-demandees',
      pieces: ['Un plan'],
      jusquau: '2026-10-23',
      arreteLeDelai: false,
      le: '2026-09-23T09:30:00Z',
      par: { qui: 'agent', nom: 'A' },
    };
    const attend = { ...nue, faits: [...nue.faits, demandees] };
    expect(lettreDePieces(attend, '').court).not.toMatch(/[ÀÊÇç]/);
  });

  it.each(Statut.options)('l’état d’une demande « %s » tient en deux messages', (statut) => {
    const demande = deSms({ statut });
    const texte = etatEnBref(demande);
    expect(sauf(texte)).not.toMatch(ABSENTES);
    expect(combienDeSms(compose(texte, demande))).toBeLessThanOrEqual(2);
  });
});
