import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMANDE_LIBRE } from '../../functions/demandes/gestes.ts';
import type { Demarche } from '../../functions/demarches/demarche.ts';
import { voiesDeRecours } from '../../functions/demarches/recours.ts';
import { DOCTRINE } from '../../functions/echeances/doctrine.ts';
import { citer } from '../../functions/echeances/explication.ts';
import { type Evenement, horloge } from '../../functions/echeances/horloge.ts';
import { ajouter } from '../../functions/platform/dates.ts';
import { enBref, jourLocal } from '../../functions/platform/lettres.ts';
import { lireCommunes } from '../../lib/communes.ts';
import { remplirFormulaire } from '../atelier/formulaire.ts';
import { ouvrirNavigateur, ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { demarrerParvis, type Parvis } from '../atelier/parvis.ts';

const [premiere] = lireCommunes(path.resolve(import.meta.dirname, '../..'));
if (!premiere) throw new Error('aucune commune');
const { commune, demarches } = premiere;

let parvis: Parvis;
let navigateur: Browser;
let page: Page;
beforeAll(async () => {
  [parvis, navigateur] = await Promise.all([demarrerParvis(), ouvrirNavigateur()]);
  page = await ouvrirPage(navigateur);
});
afterAll(async () => {
  await navigateur.close();
  await parvis.arreter();
});

/** Each way of appeal gives its text. */
const voiesDe = (demarche: Pick<Demarche, 'recours'>): string[] =>
  voiesDeRecours(demarche).map(({ fondement }) => citer(fondement));

/** What is announced for later, though a text requires it: the date given is that of a file complete on its last day. */
const attenteDe = ({ pieces }: Demarche, le: string): Evenement[] => {
  const manque = pieces.some(
    (piece) => piece.fondement && piece.indispensable && piece.obligatoire && piece.plusTard && !piece.si,
  );
  const jusquau = ajouter(le, `P${DOCTRINE.delaiPieces}D`);
  return manque
    ? [
        { type: 'pieces-demandees', le, jusquau },
        { type: 'pieces-recues', le: jusquau, complet: true },
      ]
    : [];
};

/** What the accusé must say of silence, for someone who files on this day. */
const annonceDe = (demarche: Demarche, le: string): string[] => {
  const { id, regime, recours } = demarche;
  // Nothing is said of who signals: no accusé is due (CRPA L112-8).
  if (demarche.sansIdentite) return ['la mairie n’émet pas d’accusé de réception'];
  // Nobody has read it yet: an agent says which rules it has.
  if (id === DEMANDE_LIBRE) return ['dans les dix jours ouvrés. (CRPA, R112-11-2)'];
  const { terme } = horloge(regime, [{ type: 'recue', le }, ...attenteDe(demarche, le)]);
  if (!terme)
    return [
      (regime.type === 'AUCUN' && regime.suite) || 'le silence de la mairie n’y vaut ni accord ni refus',
    ];
  const commun = ['sous réserve que la demande soit complète', `(${citer(regime.fondement)})`];
  if (terme.sens === 'acceptation')
    return [...commun, `sera acceptée le ${enBref(terme.le)}`, 'attestation de cette acceptation'];
  return [...commun, `sera rejetée le ${enBref(terme.le)}`, commune.tribunal.nom, ...voiesDe({ recours })];
};

it.each(demarches.map((demarche) => ({ id: demarche.id, demarche })))(
  '$id se dépose, et son accusé dit ce que vaut le silence',
  async ({ id, demarche }) => {
    let lues = 0;
    await page.goto(`${parvis.base}/demarches/${id}/formulaire/1`);
    await remplirFormulaire(page, demarche, {
      courriel: `${id}@courriel.example`,
      surEtape: async ({ type }) => {
        if (type === 'questions' && lues++ === 0) await verifierAcces(page);
      },
    });
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
    await page
      .getByRole('heading', {
        level: 1,
        name: /^Votre (demande est (reçue|enregistrée)|signalement est reçu)$/,
      })
      .waitFor();

    const recueLe = await page.locator('time').first().getAttribute('datetime');
    const accuse = lisible((await page.getByRole('main').textContent()) ?? '');
    const service = commune.services.find((un) => un.id === demarche.service);
    const attendu = [
      ...(id === DEMANDE_LIBRE ? [] : [demarche.nom]),
      service?.nom ?? 'un service',
      service?.telephone ?? 'un téléphone',
      ...annonceDe(demarche, jourLocal(recueLe ?? '', commune.fuseau)),
    ];
    expect(attendu.filter((phrase) => !accuse.includes(lisible(phrase)))).toEqual([]);
  },
);

/** No-break spaces read as spaces. */
const lisible = (texte: string): string => texte.replace(/\s/g, ' ');
