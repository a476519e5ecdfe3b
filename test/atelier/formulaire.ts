import type { Locator, Page } from 'playwright-core';
import type { Champ, Demarche, PieceAttendue, Qualite } from '../../functions/demarches/demarche.ts';
import { piecesDe, type Reponses, type Valeur } from '../../functions/demarches/reponses.ts';
import { type Etape, planDe, promesseDe } from '../../web/portail/demandes/plan.ts';
import { unePhoto } from './fichiers.ts';
import { reponsesDe } from './monde.ts';

/** Who fills the form, by the labels that they read. */
const IDENTITES: Record<Qualite, [string, string][]> = {
  particulier: [
    ['Prénom', 'Zoé'],
    ['Nom', 'Fictif'],
    ['Numéro et rue', '3 rue de l’Exemple'],
    ['Code postal', '84990'],
    ['Ville', 'Aubevive'],
  ],
  entreprise: [['Numéro SIRET', '21840999300019']],
  association: [['Numéro RNA', 'W123456789']],
};
const CHOIX: Record<Qualite, string> = {
  particulier: 'Pour moi ou ma famille',
  entreprise: 'Pour une entreprise',
  association: 'Pour une association',
};

export type Saisie = { courriel: string; qualite?: Qualite; surEtape?: (etape: Etape) => Promise<void> };

/** Fills every page of a form, from the first, as its own file says; stops where one sends. */
export const remplirFormulaire = async (page: Page, demarche: Demarche, saisie: Saisie): Promise<void> => {
  const reponses = reponsesDe(demarche);
  for (const etape of planDe(demarche, reponses)) {
    await page.getByRole('heading', { level: 1, name: etape.titre, exact: true }).waitFor();
    await saisie.surEtape?.(etape);
    await remplirEtape(page, etape, { demarche, reponses, saisie });
  }
};

type Remplie = { demarche: Demarche; reponses: Reponses; saisie: Saisie };

const remplirEtape = async (page: Page, etape: Etape, remplie: Remplie): Promise<void> => {
  switch (etape.type) {
    case 'identite':
      if (etape.discrete) await page.getByLabel('Adresse e-mail').fill(remplie.saisie.courriel);
      else await remplirIdentite(page, remplie);
      break;
    case 'questions':
      for (const champ of etape.champs) await repondre(page, champ, remplie.reponses[champ.id]);
      break;
    case 'pieces':
      for (const piece of piecesDe(remplie.demarche, remplie.reponses)) await fournir(page, piece);
      break;
    case 'recapitulatif':
      return page.getByRole('button', { name: 'Envoyer ma demande' }).waitFor();
  }
  await page.getByRole('button', { name: 'Continuer' }).click();
};

const remplirIdentite = async (page: Page, { demarche, saisie }: Remplie): Promise<void> => {
  const [premiere] = demarche.pourQui;
  const qualite = saisie.qualite ?? premiere ?? 'particulier';
  if (demarche.pourQui.length > 1) await page.getByRole('radio', { name: CHOIX[qualite] }).check();
  for (const [libelle, valeur] of IDENTITES[qualite])
    await page.getByLabel(libelle, { exact: true }).fill(valeur);
  await page.getByLabel('Adresse e-mail').fill(saisie.courriel);
};

const repondre = async (page: Page, champ: Champ, valeur: Valeur | undefined): Promise<void> => {
  const { type, libelle } = champ;
  if (valeur === undefined) return;
  switch (type) {
    case 'choix':
      return choisirParmi(page, libelle, String(valeur));
    case 'choix-multiple':
      for (const une of Array.isArray(valeur) ? valeur : [])
        await groupe(page, libelle).getByRole('checkbox', { name: une, exact: true }).check();
      return;
    case 'case':
      return page.getByRole('checkbox', { name: libelle }).check();
    case 'date':
      return remplirDate(groupe(page, libelle), String(valeur));
    case 'texte':
    case 'texte-long':
    case 'nombre':
      return page.getByRole('textbox', { name: libelle, exact: true }).fill(String(valeur));
  }
};

const groupe = (page: Page, libelle: string): Locator =>
  page.getByRole('group', { name: libelle, exact: true });

/** Few answers are radio buttons, many are a list. */
const choisirParmi = async (page: Page, libelle: string, valeur: string): Promise<void> => {
  const liste = page.getByRole('combobox', { name: libelle, exact: true });
  if ((await liste.count()) > 0) await liste.selectOption(valeur);
  else await groupe(page, libelle).getByRole('radio', { name: valeur, exact: true }).check();
};

const remplirDate = async (date: Locator, jour: string): Promise<void> => {
  const [annee = '', mois = '', quantieme = ''] = jour.split('-');
  for (const [nom, chiffres] of [
    ['Jour', quantieme],
    ['Mois', mois],
    ['Année', annee],
  ] as const)
    await date.getByLabel(nom).fill(chiffres);
};

/** What may come later is promised; what may not is sent, a real file; what is optional is left. */
const fournir = async (page: Page, { id, nom, obligatoire, plusTard }: PieceAttendue): Promise<void> => {
  if (!obligatoire) return;
  if (plusTard) return page.getByRole('checkbox', { name: promesseDe(nom), exact: true }).check();
  await page.getByLabel(nom, { exact: true }).setInputFiles(unePhoto(`${id}.png`));
  await page.getByRole('button', { name: `Retirer ${id}.png` }).waitFor();
};
