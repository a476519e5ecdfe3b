import { randomBytes } from 'node:crypto';
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
import { adressesDe, environnementDe, secretDe } from './environnement.ts';
import { ouvrirFlux } from './flux/flux.ts';
import { type Invoquer, type Manifeste, ouvrirFonctions } from './fonctions.ts';
import { ouvrirHorloge } from './horloge.ts';
import { ouvrirJournal } from './journal.ts';
import { ouvrirLivraisons } from './livraisons.ts';
import { ouvrirMessages } from './messages.ts';
import { servirEtats } from './moteurs/etats.ts';
import { CHEMIN_FRANCECONNECT, ouvrirFranceconnect } from './moteurs/franceconnect.ts';
import { ouvrirGuichet, type ServiceAws } from './moteurs/guichet.ts';
import { ouvrirMoteurs } from './moteurs/moteurs.ts';
import { CHEMIN_PROCONNECT, ouvrirProconnect } from './moteurs/proconnect.ts';
import { lireSecrets, type Secrets } from './moteurs/secrets.ts';
import { servirSes } from './moteurs/ses.ts';
import { servirSns } from './moteurs/sms.ts';
import { servirSsm } from './moteurs/ssm.ts';
import { ouvrirPasserelle } from './passerelle.ts';
import { ouvrirRegistre } from './registre.ts';
import { animer } from './semis/animer.ts';
import { type Population, preparerLaVille } from './semis/dossier.ts';
import { type Aiguillage, aiguiller } from './serveur.ts';
import { ouvrirSite } from './site.ts';
import { ouvrirTemps } from './temps.ts';
import { lireDefinition } from './veilles/definition.ts';
import { type Machine, ouvrirVeilles } from './veilles/veilles.ts';

export type Options = {
  port: number;
  smtpPort: number;
  donnees: string;
  racine: string;
  functions?: Manifeste;
  /** Who lives there at the first start; no one unless said. */
  ville?: Population;
  dire?: (ligne: string) => void;
};
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
    const { servir, animer, ...parvis } = await assembler({
      ...options,
      chargees,
      porte,
      arrivees,
      fermer: (fermeture) => fermetures.push(fermeture),
    });
    if (animer) {
      repondre = saufFournisseurs(servir);
      await animer();
    }
    repondre = servir;
    return { ...parvis, port: porte.port, smtpPort: arrivees.port, communes, arreter };
  } catch (erreur) {
    await arreter();
    throw erreur;
  }
};

const enDemarrage: http.RequestListener = (_, reponse) => {
  reponse
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
    .end('Parvis démarre, revenez dans quelques secondes.');
};

/** While a past is played nobody comes in, but the functions must still find who proves identities. */
const saufFournisseurs =
  (servir: http.RequestListener): http.RequestListener =>
  (requete, reponse) =>
    ([CHEMIN_PROCONNECT, CHEMIN_FRANCECONNECT].some((chemin) => requete.url?.startsWith(`${chemin}/`))
      ? servir
      : enDemarrage)(requete, reponse);

type Chantier = Options & {
  chargees: ReturnType<typeof lireCommunes>;
  porte: Ecoute;
  arrivees: Arrivees;
  fermer(fermeture: () => unknown): void;
};

const assembler = async (chantier: Chantier) => {
  const { donnees, racine, functions, ville = 'vide', chargees, porte, arrivees, fermer } = chantier;
  const { dire = () => undefined } = chantier;
  const communes = chargees.map(({ commune }) => commune);
  const slugs = communes.map(({ slug }) => slug);
  const manifeste = functions ?? { racine, entrees: entreesDuProduit };
  const adresses = adressesDe(slugs, porte.port);
  const emetteur = (chemin: string) => `http://localhost:${porte.port}${chemin}`;

  const registre = ouvrirRegistre(donnees);
  fermer(() => registre.close());
  const aAnimer = preparerLaVille({ registre, donnees, ville, dire });
  const horloge = ouvrirHorloge(registre);
  fermer(horloge.fermer);
  const { tracer, ...journal } = ouvrirJournal(donnees);
  fermer(journal.fermer);

  const moteurs = await ouvrirMoteurs({
    donnees,
    slugs,
    manifeste,
    registre,
    origines: slugs.flatMap(adresses),
  });
  fermer(moteurs.fermer);
  const { dynamo, s3, files } = moteurs;
  const fronts = await construireFronts(racine, dire);
  const services: Record<string, ServiceAws> = {};
  const guichet = await ouvrirGuichet(services);
  fermer(guichet.fermer);

  const lieuxAws = {
    dynamo: dynamo.adresse,
    s3: s3.adresse,
    files: files.adresse,
    proconnect: emetteur(CHEMIN_PROCONNECT),
    franceconnect: emetteur(CHEMIN_FRANCECONNECT),
    guichet: guichet.adresse,
  };
  const mot = randomBytes(32).toString('hex');
  const environnements = new Map(
    chargees.map((chargee) => [
      chargee.commune.slug,
      environnementDe(chargee, {
        donnees,
        adresses: lieuxAws,
        origines: adresses(chargee.commune.slug),
        mot,
      }),
    ]),
  );
  const fonctions = ouvrirFonctions({ manifeste, horloge: horloge.partage, environnements, tracer });
  const { invoquer } = fonctions;
  const rebuter = (commune: string, action: string, corps: unknown) =>
    files.rebuter(fileDesRebuts(commune, action), corps);
  const livraisons = ouvrirLivraisons({ registre, manifeste, invoquer, rebuter, tracer });
  const veilles = ouvrirVeilles({ registre, machines: machinesDe(racine, slugs, invoquer), tracer });
  const secrets = lireSecrets(donnees, {
    communes: slugs,
    clients: communes.flatMap(({ connexion: { proconnect, franceconnect } }) => [
      proconnect.client,
      ...(franceconnect ? [franceconnect.client] : []),
    ]),
  });
  Object.assign(services, {
    sns: servirSns(registre, files.adresse),
    ses: servirSes(registre, livraisons),
    ssm: servirSsm(parametresDe(communes, secrets)),
    states: servirEtats(veilles),
  });

  // What was sent in a former life is told before the consumers look again at what remains to send.
  await livraisons.eveiller();
  const flux = ouvrirFlux({
    base: dynamo.base,
    communes: slugs,
    registre,
    manifeste,
    invoquer,
    livraisons,
    tracer,
  });
  const entretien = ouvrirEntretien({ communes, dynamo, manifeste, invoquer, tracer });
  const temps = ouvrirTemps({
    horloge,
    veilles,
    bougeurs: [veilles, livraisons],
    calmes: [veilles, flux, livraisons],
    entretenir: entretien.passer,
  });
  veilles.eveiller();
  arrivees.ouvrir(s3.client, livraisons);
  const premierEntretien = entretien
    .passer()
    .catch((erreur: unknown) => tracer(`entretien : ${String(erreur)}`))
    .finally(entretien.commencer);
  // What is under way is cut short, as a kill would: everything is kept and starts again.
  fermer(async () => {
    entretien.fermer();
    veilles.fermer();
    const finis = [flux.fermer(), livraisons.fermer()];
    await fonctions.fermer();
    await Promise.all(finis);
  });

  const adresse = (slug = slugs[0] ?? '') => adresses(slug)[0] ?? '';
  const lieux = () =>
    communes.map((commune) => ({
      commune,
      adresse: adresse(commune.slug),
      rebuts: moteurs.compterRebuts(commune.slug) + livraisons.misDeCote(commune.slug),
    }));
  const fuseau = communes[0]?.fuseau ?? 'Europe/Paris';
  const identites = { registre, communes, adressesDe: adresses, secrets };
  const consoleLocale = ouvrirConsole({
    registre,
    communes,
    fuseau,
    lieux,
    horloge,
    temps,
    messages: ouvrirMessages(livraisons, arrivees.port),
  });
  const servir = aiguiller({
    communes,
    passerelle: ouvrirPasserelle(manifeste, invoquer, { tracer, mot }),
    site: ouvrirSite(fronts, s3.adresse),
    console: consoleLocale,
    fournisseurs: {
      [CHEMIN_PROCONNECT]: ouvrirProconnect({ ...identites, emetteur: emetteur(CHEMIN_PROCONNECT) }),
      [CHEMIN_FRANCECONNECT]: ouvrirFranceconnect({
        ...identites,
        emetteur: emetteur(CHEMIN_FRANCECONNECT),
      }),
    },
  });
  const porteOuverte = prudemment(servir, tracer);
  return {
    servir: porteOuverte,
    ...(aAnimer && {
      animer: async () => {
        // What an engine has signed at one hour must not be read at another.
        await premierEntretien;
        await animer({
          chargees,
          registre,
          horloge,
          temps,
          servir: porteOuverte,
          adresse,
          smtpPort: arrivees.port,
          dire,
          tracer,
        });
      },
    }),
    adresse,
    calme: temps.calme,
    journal: journal.fichier,
  };
};

/** One machine per commune, whose tasks are that commune's actions. */
const machinesDe = (racine: string, slugs: readonly string[], invoquer: Invoquer): Map<string, Machine> => {
  const texte = readFileSync(path.join(racine, 'statemachines', 'suivi-demande.asl.json'), 'utf8');
  return new Map(
    slugs.map((slug) => [
      machineDe(slug),
      {
        definition: lireDefinition(texte, (nom) => fonctionDe(slug, nom)),
        invoquer: (ressource, entree) =>
          invoquer(slug, ressource.replace(fonctionDe(slug, ''), ''), JSON.stringify(entree)),
      },
    ]),
  );
};

const parametresDe = (communes: readonly Commune[], { clients, sceaux }: Secrets): Map<string, string> =>
  new Map(
    communes.flatMap(({ slug, connexion: { proconnect, franceconnect } }): [string, string][] => [
      [secretDe(slug, 'proconnect'), clients[proconnect.client] ?? ''],
      [secretDe(slug, 'franceconnect'), clients[franceconnect?.client ?? ''] ?? ''],
      [secretDe(slug, 'attestations'), sceaux[slug] ?? ''],
    ]),
  );

/** A bug of this folder is written down, and does not stop the others. */
const prudemment =
  (servir: Aiguillage, tracer: (ligne: string) => void): http.RequestListener =>
  (requete, reponse) => {
    servir(requete, reponse).catch((erreur: unknown) => {
      tracer(`${requete.method} : ${erreur instanceof Error ? erreur.stack : String(erreur)}`);
      if (!reponse.headersSent) reponse.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      reponse.end('Le poste local a rencontré un problème. Le journal en garde le détail.');
    });
  };
