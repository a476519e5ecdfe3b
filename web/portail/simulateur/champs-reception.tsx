import { CadreSimple, decritPar } from '../../ui/champ-cadre.tsx';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampDate } from '../../ui/champ-date.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import type { Champs } from './champs.ts';
import { FUSEAUX, HORLOGES } from './territoires.ts';

const enOptions = (noms: Record<string, string>) =>
  Object.entries(noms).map(([valeur, libelle]) => ({ valeur, libelle }));

/** When the demande came. Its legal day is that of the commune's clock. */
export const ChampsReception = ({ cas, changer, erreurs }: Champs) => (
  <Groupe titre="La réception">
    <ChampChoix
      id="fuseau"
      libelle="Fuseau horaire de la commune"
      options={enOptions(FUSEAUX)}
      valeur={cas.fuseau}
      onChange={(fuseau) => changer({ fuseau })}
      erreur={erreurDe(erreurs, 'fuseau')}
    />
    <ChampDate
      id="recue"
      libelle="Demande reçue le"
      valeur={cas.jour}
      onChange={(jour) => changer({ jour })}
      erreur={erreurDe(erreurs, 'recue')}
    />
    <Heure cas={cas} changer={changer} erreurs={erreurs} />
    {cas.heure && (
      <ChampChoix
        id="horloge"
        libelle="Cette heure est celle de quelle horloge ?"
        aide="Un message daté ailleurs peut arriver la veille ou le lendemain dans la commune."
        options={enOptions(HORLOGES)}
        valeur={cas.horloge || cas.fuseau}
        onChange={(horloge) => changer({ horloge })}
      />
    )}
  </Groupe>
);

const Heure = ({ cas, changer }: Champs) => {
  const cadre = {
    id: 'heure',
    libelle: 'Heure de réception',
    aide: 'Elle ne compte que près de minuit, ou si elle a été notée dans un autre fuseau horaire.',
    facultatif: true,
  };
  return (
    <CadreSimple {...cadre}>
      <input
        id="heure"
        class="saisie"
        type="time"
        data-taille="court"
        value={cas.heure}
        aria-describedby={decritPar(cadre)}
        onInput={(evenement) => changer({ heure: evenement.currentTarget.value })}
      />
    </CadreSimple>
  );
};
