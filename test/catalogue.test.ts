import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { signatairesDe } from '../functions/commune/signataire.ts';
import { type Champ, type Demarche, DOMAINES, Qualite } from '../functions/demarches/demarche.ts';
import { noticeDe } from '../functions/demarches/notice.ts';
import { prixDit } from '../functions/demarches/prix.ts';
import { Siret } from '../functions/usagers/usager.ts';
import { FichierInvalide, lireCommunes } from '../lib/communes.ts';

const RACINE = path.resolve(import.meta.dirname, '..');
const chargees = lireCommunes(RACINE);
const demarches = chargees.flatMap(({ commune, demarches }) =>
  demarches.map((demarche) => ({ nom: `${commune.slug} : ${demarche.id}`, commune, demarche })),
);
/** The catalogue as the first commune opens it, and what others lay over it. */
const lues = demarches.filter(
  ({ commune, demarche }) => commune === chargees[0]?.commune || demarche.id in commune.demarches.surcharges,
);
const fondementsDe = ({ regime, pieces }: Demarche) => [
  regime.fondement,
  ...pieces.flatMap(({ fondement }) => fondement ?? []),
];
const champsDe = ({ etapes }: Demarche): Champ[] => etapes.flatMap(({ champs }) => champs);
const phrasesDe = (valeur: unknown): string[] => {
  if (typeof valeur === 'string') return [valeur];
  return valeur && typeof valeur === 'object' ? Object.values(valeur).flatMap(phrasesDe) : [];
};

describe('les communes de démonstration', () => {
  it('montrent chacune un calendrier légal, la métropole d’abord', () => {
    expect(chargees.map(({ commune }) => commune.calendrier)).toEqual([
      'metropole',
      'alsace-moselle',
      'la-reunion',
    ]);
  });

  it('ont un nom de domaine que personne ne peut acheter', () => {
    for (const { commune } of chargees) {
      const adresses = [
        commune.courriel,
        ...commune.services.map(({ courriel }) => courriel),
        ...commune.agents.map(({ courriel }) => courriel),
      ];
      expect(commune.domaine).toMatch(/\.example$/);
      expect(adresses.filter((adresse) => !adresse.endsWith(`@${commune.domaine}`))).toEqual([]);
    }
  });

  it('ont un numéro SIRET bien formé, et le leur est habilité', () => {
    for (const { commune } of chargees) {
      expect(Siret.safeParse(commune.siret).success).toBe(true);
      expect(commune.siretsAgents).toContain(commune.siret);
    }
  });

  it('ont un agent de chaque rôle, et deux instructeurs au moins qui ne voient pas les mêmes dossiers', () => {
    for (const { commune } of chargees) {
      const roles = new Set(commune.agents.map(({ role }) => role));
      const instructeurs = commune.agents.filter(
        ({ role }) => role === 'instructeur' || role === 'responsable',
      );
      expect([...roles].sort()).toEqual(['accueil', 'administrateur', 'elu', 'instructeur', 'responsable']);
      expect(new Set(instructeurs.map(({ services }) => services.join())).size).toBeGreaterThan(1);
    }
  });

  it('ont un maire, et pour chaque démarche quelqu’un d’autre qui signe', () => {
    for (const { commune } of chargees) {
      for (const demarche of commune.demarches.ouvertes) {
        const qui = signatairesDe({ nature: 'refus', demarche }, { jour: '2026-11-27', commune });
        expect(qui[0]?.mandat, demarche).toBe('maire');
        expect(qui.length, demarche).toBeGreaterThan(1);
      }
    }
  });

  it('ont pour chaque service quelqu’un qui traite ses demandes', () => {
    for (const { commune } of chargees) {
      const traites = commune.agents
        .filter(({ role }) => role === 'instructeur' || role === 'responsable')
        .flatMap(({ services }) => services);
      expect(commune.services.filter(({ id }) => !traites.includes(id))).toEqual([]);
    }
  });

  it('ouvrent à elles trois tout le catalogue', () => {
    const ouvertes = new Set(chargees.flatMap(({ commune }) => commune.demarches.ouvertes));
    expect([...ouvertes].sort()).toEqual(
      readdirSync(path.join(RACINE, 'demarches')).map((fichier) => path.basename(fichier, '.json')),
    );
  });

  it('gardent leurs choix pour elles : une surcharge ne change pas la commune voisine', () => {
    const regimes = demarches
      .filter(({ demarche }) => demarche.id === 'periscolaire')
      .map(({ commune, demarche }) => [commune.slug, demarche.regime.type]);
    expect(regimes).toEqual([
      ['aubevive', 'SVA'],
      ['lindenwiller', 'SVR'],
      ['sainte-vanille', 'SVA'],
    ]);
  });
});

/** What silence is worth, as the catalogue proposes it; each commune confirms. */
const REGIMES: Record<string, string> = {
  'acces-document-administratif': 'SVR P1M',
  'acte-de-naissance': 'AUCUN',
  buvette: 'SVA P2M',
  cantine: 'SVA P2M',
  'carte-stationnement-resident': 'SVA P2M',
  'concession-funeraire': 'SVR P2M',
  'demande-libre': 'SVR P2M',
  'recours-gracieux': 'SVR P2M',
  'ecole-de-musique': 'SVR P4M',
  'exercice-des-droits': 'AUCUN',
  'inscription-monument-funeraire': 'SVA P2M',
  'inscription-scolaire': 'SVA P3M',
  'listes-electorales': 'AUCUN',
  'location-salle': 'SVR P2M',
  periscolaire: 'SVA P2M',
  'permis-de-vegetaliser': 'SVR P2M',
  'permission-de-voirie': 'SVR P2M',
  'place-en-creche': 'SVR P4M',
  'portage-de-repas': 'SVR P4M',
  'recensement-citoyen': 'AUCUN',
  'renouvellement-concession': 'SVR P2M',
  'salle-association': 'SVR P2M',
  'signalement-voirie': 'AUCUN',
  'stationnement-demenagement': 'SVR P2M',
  'subvention-association': 'SVR P2M',
  terrasse: 'SVR P2M',
};
const regimeDe = ({ regime }: Demarche): string =>
  regime.type === 'AUCUN' ? regime.type : `${regime.type} ${regime.delai}`;

describe('le catalogue', () => {
  const catalogue = chargees[0]?.demarches ?? [];

  it('couvre les huit domaines et les trois publics', () => {
    expect(new Set(catalogue.map(({ domaine }) => domaine))).toEqual(new Set(Object.keys(DOMAINES)));
    expect(new Set(catalogue.flatMap(({ pourQui }) => pourQui))).toEqual(new Set(Qualite.options));
  });

  it('donne à chaque démarche le régime du silence que le droit propose', () => {
    expect(Object.fromEntries(catalogue.map((demarche) => [demarche.id, regimeDe(demarche)]))).toEqual(
      REGIMES,
    );
  });

  // CRPA R311-15: before the judge, the CADA. No other démarche has that step.
  it('n’envoie devant la CADA que pour l’accès aux documents', () => {
    const cada = catalogue.filter(({ recours }) => recours?.some(({ devant }) => devant === 'cada'));
    expect(cada.map(({ id }) => id)).toEqual(['acces-document-administratif']);
  });

  it('offre à chaque commune une demande libre, ouverte à tous et sans document à fournir', () => {
    for (const { demarches } of chargees) {
      const libre = demarches.find(({ id }) => id === 'demande-libre');
      expect(libre?.pourQui).toEqual(Qualite.options);
      expect(libre?.pieces.filter(({ obligatoire }) => obligatoire)).toEqual([]);
    }
  });
});

describe.each(lues)('$nom', ({ commune, demarche }) => {
  it('va à un service que la commune a', () => {
    expect(commune.services.map(({ id }) => id)).toContain(demarche.service);
  });

  it('cite pour chaque règle un texte que chacun peut lire', () => {
    for (const { texte, article, url } of fondementsDe(demarche)) {
      expect(`${texte}, ${article}`.length).toBeLessThan(120);
      expect(url).toMatch(/^https:\/\/(www\.legifrance\.gouv\.fr|eur-lex\.europa\.eu)\//);
    }
  });

  it('n’empêche d’envoyer la demande pour une pièce que si un texte l’exige', () => {
    expect(
      demarche.pieces.filter(
        ({ obligatoire, plusTard, fondement }) => obligatoire && !plusTard && !fondement,
      ),
    ).toEqual([]);
  });

  // CRPA L114-5, L114-5-1
  it('ne tient pour indispensable qu’une pièce qu’un texte exige', () => {
    expect(demarche.pieces.filter(({ indispensable, fondement }) => indispensable && !fondement)).toEqual([]);
  });

  // RGPD, 13: who answers, why, who receives, how long, which rights.
  it('a une notice entière, qui nomme le responsable et son délégué', () => {
    const service = { nom: demarche.service };
    const notice = noticeDe(demarche, commune, service).flatMap(({ titre, lignes }) => [titre, ...lignes]);
    const dite = notice.join('\n');
    expect(dite).toContain(demarche.autorite === 'ccas' ? commune.ccas?.nom : commune.nomComplet);
    expect(dite).toContain(demarche.autorite === 'ccas' ? 'dpo.ccas@' : 'dpo@');
    expect(dite).toMatch(/RGPD, 6-1-[a-e]/);
    expect(dite).toMatch(/\d+ (ans?|mois) après la fin/);
    expect(dite).toContain('CNIL');
  });

  it('dit ce que l’article 9 protège dès qu’une question ou une pièce est sensible', () => {
    const sensibles = [...champsDe(demarche), ...demarche.pieces].filter(({ sensible }) => sensible);
    expect(sensibles.length > 0).toBe(demarche.traitement.sensibles !== undefined);
  });

  it('dit son prix, et qui l’a relue et quand', () => {
    expect(prixDit(demarche.prix).join('').length).toBeGreaterThan(10);
    expect(demarche.verifie.le).toMatch(/^20\d\d-/);
  });

  // CRPA R113-8
  it('ne demande pas de justificatif de domicile sans texte', () => {
    const domicile = demarche.pieces.filter(({ nom, aide }) =>
      /domicile|habitez|quittance|facture/i.test(`${nom} ${aide ?? ''}`),
    );
    expect(domicile.filter(({ fondement }) => !fondement)).toEqual([]);
  });

  // CRPA L113-12: the identity is asked once, by the portal.
  it('ne redemande pas l’identité de la personne', () => {
    const redites = champsDe(demarche).filter(({ libelle }) =>
      /^(votre |vos )?(nom|prénom|adresse|e-mail|courriel|téléphone)s?( postale)?$/i.test(libelle),
    );
    expect(redites).toEqual([]);
  });

  it('ne pose de condition que sur une réponse qui existe', () => {
    const reponses = new Map(
      champsDe(demarche).map((champ) => [champ.id, 'options' in champ ? champ.options : ['oui', 'non']]),
    );
    const impossibles = [...champsDe(demarche), ...demarche.pieces].flatMap(({ id, si }) =>
      (si?.vaut ?? [])
        .filter((valeur) => !reponses.get(si?.champ ?? '')?.includes(valeur))
        .map((valeur) => `${id} : ${valeur}`),
    );
    expect(impossibles).toEqual([]);
  });

  it('a un nom court, et des mots de tous les jours pour la trouver', () => {
    expect(demarche.nom.length).toBeLessThanOrEqual(60);
    expect(demarche.mots.length).toBeGreaterThanOrEqual(5);
  });

  it('ne laisse pas un signe de ponctuation seul au début d’une ligne', () => {
    expect(phrasesDe(demarche).filter((phrase) => / [:;?!»]|« /.test(phrase))).toEqual([]);
  });
});

describe('un fichier mal écrit arrête le démarrage', () => {
  const copies: string[] = [];
  afterEach(() => {
    for (const copie of copies.splice(0)) rmSync(copie, { recursive: true });
  });

  /** What the reader says of a copy of the repository in which one file was changed. */
  const fautesApres = (fichier: string, changer: (texte: string) => string): string => {
    const copie = mkdtempSync(path.join(tmpdir(), 'parvis-catalogue-'));
    copies.push(copie);
    for (const dossier of ['demonstration', 'demarches', 'orientations'])
      cpSync(path.join(RACINE, dossier), path.join(copie, dossier), { recursive: true });
    writeFileSync(path.join(copie, fichier), changer(readFileSync(path.join(copie, fichier), 'utf8')));
    try {
      lireCommunes(copie);
      return 'aucune faute';
    } catch (erreur) {
      expect(erreur).toBeInstanceOf(FichierInvalide);
      return (erreur as Error).message;
    }
  };
  const remplacer = (avant: string, apres: string) => (texte: string) => {
    expect(texte).toContain(avant);
    return texte.replace(avant, apres);
  };

  it('en disant le fichier, le champ et la raison', () => {
    expect(
      fautesApres('demonstration/aubevive.json', remplacer('"insee": "84999"', '"insee": "849"')),
    ).toContain('demonstration/aubevive.json, champ « insee » : le code INSEE à 5 caractères');
  });

  it('quand un champ n’existe pas', () => {
    expect(
      fautesApres('demonstration/aubevive.json', remplacer('"slug"', '"horaire": [],\n  "slug"')),
    ).toMatch(/aubevive\.json.*horaire/);
  });

  it('quand ce n’est pas du JSON', () => {
    expect(fautesApres('demarches/terrasse.json', (texte) => texte.slice(1))).toContain(
      'demarches/terrasse.json : ce n’est pas du JSON',
    );
  });

  it('quand une démarche ouverte n’est pas au catalogue', () => {
    expect(
      fautesApres('demonstration/lindenwiller.json', (texte) => texte.replaceAll('"terrasse"', '"terasse"')),
    ).toContain('demarches/terasse.json n’existe pas');
  });

  it('quand une démarche ouverte va à un service que la commune n’a pas', () => {
    expect(
      fautesApres(
        'demonstration/sainte-vanille.json',
        remplacer('"ouvertes": [', '"ouvertes": ["portage-de-repas", '),
      ),
    ).toContain('va au service « action-sociale », que la commune n’a pas');
  });

  it('quand un agent appartient à un service inconnu', () => {
    expect(
      fautesApres('demonstration/aubevive.json', remplacer('["etat-civil"]', '["etatcivil"]')),
    ).toContain('le service « etatcivil » n’est pas dans « services »');
  });

  it('quand une question sert deux fois', () => {
    expect(
      fautesApres('demarches/signalement-voirie.json', remplacer('"id": "danger"', '"id": "nature"')),
    ).toContain('l’identifiant « nature » sert deux fois');
  });

  it('quand une date en suit une autre que personne ne demande', () => {
    expect(
      fautesApres('demarches/terrasse.json', remplacer('"depuis": "debut"', '"depuis": "ouverture"')),
    ).toContain('« fin » vient « depuis » une date qui n’est pas demandée avant elle');
  });

  it('quand le délai du silence est mal écrit', () => {
    expect(fautesApres('demarches/place-en-creche.json', remplacer('"P4M"', '"4 mois"'))).toMatch(
      /place-en-creche\.json, champ « regime\.delai » : un délai comme P2M/,
    );
  });

  it('quand une démarche du CCAS va à un service de la commune, ou son agent à deux', () => {
    expect(
      fautesApres('demonstration/aubevive.json', remplacer('"isole": "ccas"', '"isole": "nominatif"')),
    ).toContain('écrivez « "isole": "ccas" » dans le service « action-sociale »');
    expect(
      fautesApres(
        'demonstration/aubevive.json',
        remplacer('["action-sociale"]', '["action-sociale", "enfance"]'),
      ),
    ).toContain('un autre responsable de traitement : ses agents n’ont pas d’autre service');
  });

  it('quand le juge d’une démarche n’a pas d’adresse', () => {
    expect(
      fautesApres(
        'demonstration/lindenwiller.json',
        remplacer('"tribunalJudiciaire"', '"tribunalJudicaire"'),
      ),
    ).toContain('instances');
  });

  it('quand la file montrerait une réponse sensible', () => {
    expect(
      fautesApres(
        'demarches/cantine.json',
        remplacer('"sensible": true', '"sensible": true, "enFile": true'),
      ),
    ).toContain('« pai » est « sensible » : la file ne peut pas la montrer');
  });

  it('quand aucune voie de recours ne mène à un juge, ou que l’étape obligatoire n’est pas la première', () => {
    const sansJuge = remplacer('"devant": "tribunal-judiciaire"', '"devant": "cnil"');
    expect(fautesApres('demarches/listes-electorales.json', sansJuge)).toContain('aucune ne mène à un juge');
    const apres = (texte: string) =>
      texte
        .replace('"devant": "commission-de-controle"', '"devant": "mairie"')
        .replace('"prealable": true,', '')
        .replace('"delai": "P7D",', '"delai": "P7D", "prealable": true,');
    expect(fautesApres('demarches/listes-electorales.json', apres)).toContain('vient la première');
  });

  it('quand un site se dit conforme sans audit', () => {
    expect(
      fautesApres('demonstration/aubevive.json', remplacer('"non conforme"', '"partiellement conforme"')),
    ).toContain('suppose un audit');
  });

  it('quand une couleur se lit mal', () => {
    expect(fautesApres('demonstration/lindenwiller.json', remplacer('#5b3a8c', '#c8b4e8'))).toMatch(
      /champ « theme\.accent » : #c8b4e8 se lit mal.*plus foncée/,
    );
  });

  it('en listant toutes les fautes à la fois', () => {
    const changer = (texte: string) =>
      texte.replace('"84999"', '"8"').replace('"Europe/Paris"', '"Europe/Aubevive"');
    expect(fautesApres('demonstration/aubevive.json', changer)).toMatch(
      /2 faute\(s\)[\s\S]*insee[\s\S]*fuseau/,
    );
  });
});
