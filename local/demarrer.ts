import { readFileSync } from 'node:fs';
import type http from 'node:http';
import path from 'node:path';
import { manifeste as entreesDuProduit } from '../functions/actions.ts';
import type { Commune } from '../functions/commune/commune.ts';
import { lireCommunes } from '../lib/communes.ts';
import { type Arrivees, ouvrirArrivees } from './arrivees.ts';
import { fileDesRebuts, fonctionDe, machineDe } from './commun.ts';
import { ouvrirConsole } from './console/console.ts';
import { construireFronts } from './construction.ts';
import { type Ecoute, ecouterPartout } from './ecoute.ts';
import { ouvrirEntretien } from './entretien.ts';
import { adressesDe, environnementDe, secretProconnect } from './environnement.ts';
import { ouvrirFlux } from './flux.ts';
import { type Manifeste, ouvrirFonctions } from './fonctions.ts';
import { ouvrirHorloge } from './horloge.ts';
import { ouvrirJournal } from './journal.ts';
import { ouvrirLivraisons } from './livraisons.ts';
import { ouvrirMessages } from './messages.ts';
import { servirEtats } from './moteurs/etats.ts';
import { ouvrirGuichet, type ServiceAws } from './moteurs/guichet.ts';
import { ouvrirMoteurs } from './moteurs/moteurs.ts';
import { CHEMIN_PROCONNECT, ouvrirProconnect } from './moteurs/proconnect.ts';
import { lireSecrets } from './moteurs/secrets.ts';
import { servirSes } from './moteurs/ses.ts';
import { servirSns } from './moteurs/sms.ts';
import { servirSsm } from './moteurs/ssm.ts';
import { ouvrirPasserelle } from './passerelle.ts';
import { ouvrirRegistre } from './registre.ts';
import { aiguiller } from './serveur.ts';
import { ouvrirSite } from './site.ts';
import { ouvrirTemps } from './temps.ts';
import { lireDefinition } from './veilles/definition.ts';
import { ouvrirVeilles } from './veilles/veilles.ts';

export type Options = { port: number; smtpPort: number; donnees: string; racine: string; functions?: Manifeste; dire?: (ligne: string) => void };
export type Parvis = {
  port: number;
  smtpPort: number;
  communes: readonly Commune[];
  journal: string;
  /** The address to show for a commune, the first one by default. */
  adresse(slug?: string): string;
  /** Resolves when nothing is under way any more: consumers, deliveries and wakings have all been heard. */
  calme(): Promise<void>;
  arreter(): Promise<void>;
};

/** Starts the pocket cloud: the two doors first, so that a taken port is said before anything else happens. */
export const demarrer = async (options: Options): Promise<Parvis> => {
  const chargees = lireCommunes(options.racine);
  const communes = chargees.map(({ commune }) => commune);
  const fermetures: (() => unknown)[] = [];
  const arreter = async () => {
    for (const fermer of fermetures.splice(0).reverse()) await fermer();
  };
  try {
    let repondre: http.RequestListener = enDemarrage;
    const porte = await ecouterPartout((requete, reponse) => repondre(requete, reponse), options.port);
    fermetures.push(porte.fermer);
    const arrivees = await ouvrirArrivees(options.smtpPort, communes);
    fermetures.push(arrivees.fermer);
    const { servir, ...parvis } = await assembler({ ...options, chargees, porte, arrivees, fermer: (fermeture) => fermetures.push(fermeture) });
    repondre = servir;
    return { ...parvis, port: porte.port, smtpPort: arrivees.port, communes, arreter };
  } catch (erreur) {
    await arreter();
    throw erreur;
  }
};

const enDemarrage: http.RequestListener = (_, reponse) => {
  reponse.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' }).end('Parvis démarre, revenez dans quelques secondes.');
};

type Chantier = Options & { chargees: ReturnType<typeof lireCommunes>; porte: Ecoute; arrivees: Arrivees; fermer(fermeture: () => unknown): void };

const assembler = async ({ donnees, racine, functions, dire = () => undefined, chargees, porte, arrivees, fermer }: Chantier) => {
  const communes = chargees.map(({ commune }) => commune);
  const slugs = communes.map(({ slug }) => slug);
  const manifeste = functions ?? { racine, entrees: entreesDuProduit };
  const adresses = adressesDe(slugs, porte.port);
  const emetteur = `http://localhost:${porte.port}${CHEMIN_PROCONNECT}`;

  const registre = ouvrirRegistre(donnees);
  fermer(() => registre.close());
  const horloge = ouvrirHorloge(registre);
  fermer(horloge.fermer);
  const journal = ouvrirJournal(donnees);
  fermer(journal.fermer);
  const { tracer } = journal;

  const moteurs = await ouvrirMoteurs({ donnees, slugs, manifeste, registre, origines: slugs.flatMap(adresses) });
  fermer(moteurs.fermer);
  const { dynamo, s3, files } = moteurs;
  const fronts = await construireFronts(racine, dire);

  const services: Record<string, ServiceAws> = {};
  const guichet = await ouvrirGuichet(services);
  fermer(guichet.fermer);
  const lieuxAws = { dynamo: dynamo.adresse, s3: s3.adresse, files: files.adresse, emetteur, guichet: guichet.adresse };
  const environnements = new Map(chargees.map((chargee) => [chargee.commune.slug, environnementDe(chargee, { donnees, adresses: lieuxAws, origines: adresses(chargee.commune.slug) })]));
  const fonctions = ouvrirFonctions({ manifeste, horloge: horloge.partage, environnements, tracer });
  const { invoquer } = fonctions;

  const rebuter = (commune: string, action: string, corps: unknown) => files.rebuter(fileDesRebuts(commune, action), corps);
  const livraisons = ouvrirLivraisons({ registre, manifeste, invoquer, rebuter, tracer });
  const definition = readFileSync(path.join(racine, 'statemachines', 'suivi-demande.asl.json'), 'utf8');
  const machines = new Map(slugs.map((slug) => {
    const appeler = (ressource: string, entree: unknown) => invoquer(slug, ressource.replace(fonctionDe(slug, ''), ''), entree);
    return [machineDe(slug), { definition: lireDefinition(definition, (nom) => fonctionDe(slug, nom)), invoquer: appeler }];
  }));
  const veilles = ouvrirVeilles({ registre, machines, tracer });
  const secrets = lireSecrets(donnees, communes.map(({ connexion }) => connexion.proconnect.client));
  const parametres = new Map(communes.map(({ slug, connexion }) => [secretProconnect(slug), secrets.clients[connexion.proconnect.client] ?? '']));
  Object.assign(services, { sns: servirSns(registre, files.adresse), ses: servirSes(registre, livraisons), ssm: servirSsm(parametres), states: servirEtats(veilles) });

  // What was sent in a former life is told before the consumers look again at what remains to send.
  await livraisons.eveiller();
  const flux = ouvrirFlux({ base: dynamo.base, registre, communes: slugs, manifeste, invoquer, rebuter, tracer });
  veilles.eveiller();
  arrivees.ouvrir(s3.client, livraisons);

  const entretien = ouvrirEntretien({ communes, dynamo, manifeste, invoquer, tracer });
  const temps = ouvrirTemps({ horloge, veilles, bougeurs: [veilles, livraisons], calmes: [veilles, flux, livraisons], entretenir: entretien.passer });
  void entretien.passer().catch((erreur: unknown) => tracer(`entretien : ${String(erreur)}`)).finally(entretien.commencer);
  // What is under way is cut short, as a kill would: everything is kept and starts again.
  fermer(async () => {
    entretien.fermer();
    const finis = [flux.fermer(), livraisons.fermer()];
    veilles.fermer();
    await fonctions.fermer();
    await Promise.all(finis);
  });

  const rebutsDe = (slug: string) => moteurs.rebutsDe(slug).reduce((total, file) => total + files.compter(file), 0);
  const adresse = (slug = slugs[0] ?? '') => adresses(slug)[0] ?? '';
  const lieux = () => communes.map((commune) => ({ commune, adresse: adresse(commune.slug), rebuts: rebutsDe(commune.slug) }));
  const servir = aiguiller({
    communes,
    passerelle: ouvrirPasserelle(manifeste, invoquer, tracer),
    site: ouvrirSite(fronts, s3.adresse),
    console: ouvrirConsole({ registre, communes, lieux, horloge, temps, messages: ouvrirMessages(livraisons, arrivees.port) }),
    proconnect: ouvrirProconnect({ registre, emetteur, communes, adressesDe: adresses, secrets }),
  });
  const prudemment: http.RequestListener = (requete, reponse) => {
    servir(requete, reponse).catch((erreur: unknown) => {
      tracer(`${requete.method} : ${erreur instanceof Error ? erreur.stack : String(erreur)}`);
      if (!reponse.headersSent) reponse.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      reponse.end('Le poste local a rencontré un problème. Le journal en garde le détail.');
    });
  };
  return { servir: prudemment, adresse, calme: temps.calme, journal: journal.fichier };
};
