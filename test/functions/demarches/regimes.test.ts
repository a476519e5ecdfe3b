import { describe, expect, it } from 'vitest';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { consulterDemarche } from '../../../functions/demarches/consulter-demarche.ts';
import { Demarche } from '../../../functions/demarches/demarche.ts';
import { selonReponses } from '../../../functions/demarches/regimes.ts';
import { verifierReponses } from '../../../functions/demarches/reponses.ts';
import { perform } from '../../../functions/platform/perform.ts';
import { deposer, LUNDI, unAgent, uneSaisie, unLieu } from '../../atelier/monde.ts';

const lieu = await unLieu();
const demarcheNommee = (id: string) => {
  const demarche = lieu.monde.demarches.find((une) => une.id === id);
  if (!demarche) throw new Error(`pas de démarche ${id}`);
  return demarche;
};
const regimeDe = async (demande: string, service: string) =>
  (
    await perform(
      consulterDemande,
      { input: { demande }, now: LUNDI, jetons: await unAgent(lieu, 'instructeur', service) },
      lieu,
    )
  ).regime;

describe('plusieurs régimes selon la réponse', () => {
  const saisie = uneSaisie(lieu, 'signalement-voirie');

  it('un signalement informe ; s’il demande une décision, le silence vaut rejet', async () => {
    const { decision: _, ...sans } = saisie.reponses;
    const informe = await deposer(lieu, { ...saisie, reponses: sans });
    const demande = await deposer(lieu, { ...saisie, reponses: { ...sans, decision: true } });
    expect(informe.accuse.nature).toBe('information');
    expect(demande.accuse.nature).toBe('demande-svr');
    expect(await regimeDe(informe.reference, 'voirie')).toMatchObject({ type: 'AUCUN' });
    expect(await regimeDe(demande.reference, 'voirie')).toMatchObject({ type: 'SVR', delai: 'P2M' });
  });

  it('le régime reste celui du dépôt, quoi que la commune change ensuite', async () => {
    const { reference } = await deposer(lieu, {
      ...saisie,
      reponses: { ...saisie.reponses, decision: true },
    });
    const demarche = demarcheNommee('signalement-voirie');
    const { regimes: _, ...autrement } = demarche;
    const apres = {
      ...lieu,
      monde: {
        ...lieu.monde,
        demarches: lieu.monde.demarches.map((une) => (une === demarche ? autrement : une)),
      },
    };
    const jetons = await unAgent(lieu, 'instructeur', 'voirie');
    const { regime } = await perform(
      consulterDemande,
      { input: { demande: reference }, now: LUNDI, jetons },
      apres,
    );
    expect(regime).toMatchObject({ type: 'SVR' });
  });

  it('la page dit chaque régime avant de commencer', async () => {
    const { selon, silence } = await perform(
      consulterDemarche,
      { input: { demarche: 'signalement-voirie' }, now: LUNDI },
      lieu,
    );
    expect(silence.sens).toBeNull();
    expect(selon).toMatchObject([{ sens: 'rejet', le: '2027-01-23' }]);
    expect(selon[0]?.cas).toContain('Je demande aussi une décision');
  });

  it('une réponse à une question qui n’est pas posée ne choisit rien', () => {
    const demarche = demarcheNommee('signalement-voirie');
    const cachee = {
      ...demarche,
      etapes: demarche.etapes.map((etape) => ({
        ...etape,
        champs: etape.champs.map((champ) =>
          champ.id === 'decision' ? { ...champ, si: { champ: 'danger', vaut: ['jamais'] } } : champ,
        ),
      })),
    };
    expect(selonReponses(cachee, { decision: true }).regime.type).toBe('AUCUN');
  });

  it('une réponse impossible arrête le démarrage', () => {
    const { regimes = [], ...demarche } = demarcheNommee('signalement-voirie');
    const faux = regimes.map(({ regime }) => ({ si: { champ: 'nature', vaut: ['Une girafe'] }, regime }));
    const lu = Demarche.safeParse({ ...demarche, regimes: faux });
    expect(lu.error?.issues.map(({ message }) => message).join()).toContain(
      '« Une girafe », qui n’est pas une réponse possible',
    );
  });
});

describe('ce que la loi arrête dès la question', () => {
  const fautes = (id: string, reponses: object) => {
    const demarche = demarcheNommee(id);
    return verifierReponses(demarche, { ...uneSaisie(lieu, id).reponses, ...reponses }, '2026-11-23').map(
      ({ champ }) => champ,
    );
  };

  // Code du service national, R*111-1 and L113-4.
  it.each([
    ['2010-11-24', ['dateNaissance']],
    ['2010-11-23', []],
    ['2001-11-23', []],
    ['2000-11-24', []],
    ['2000-11-23', ['dateNaissance']],
  ])('le recensement, de 16 à 25 ans : né le %s', (dateNaissance, attendues) => {
    expect(fautes('recensement-citoyen', { dateNaissance })).toEqual(attendues);
  });

  it('une terrasse chauffée, une buvette sans alcool', () => {
    expect(fautes('terrasse', { chauffage: 'Oui' })).toEqual(['chauffage']);
    expect(fautes('buvette', { boissons: 'Seulement des boissons sans alcool' })).toEqual(['boissons']);
    expect(fautes('terrasse', {})).toEqual([]);
  });

  it('un citoyen européen déclare son droit de vote, et montre un document en cours de validité', () => {
    const europeen = {
      nationalite: 'D’un autre pays de l’Union européenne',
      pays: 'Portugal',
      listes: ['Élections municipales'],
    };
    expect(fautes('listes-electorales', europeen)).toEqual(['droitDeVote']);
  });
});
