import { CadreGroupe, decritPar } from '../../ui/champ-cadre.tsx';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { DEPARTS, estDepart, estRegime, REGIMES } from './cas.ts';
import type { Champs } from './champs.ts';

/** What silence is worth, and after how long. */
export const ChampsRegle = ({ cas, changer, erreurs }: Champs) => (
  <Groupe titre="La règle de la démarche">
    <ChampChoix
      id="regime"
      libelle="Que vaut le silence de la mairie ?"
      options={Object.entries(REGIMES).map(([valeur, libelle]) => ({ valeur, libelle }))}
      valeur={cas.regime}
      onChange={(regime) => changer({ regime: estRegime(regime) ? regime : '' })}
      erreur={erreurDe(erreurs, 'regime')}
    />
    {cas.regime !== 'AUCUN' && <Delai cas={cas} changer={changer} erreurs={erreurs} />}
    {cas.regime === 'SVR' && (
      <ChampChoix
        id="depuis"
        libelle="De quand part ce délai ?"
        options={Object.entries(DEPARTS).map(([valeur, libelle]) => ({ valeur, libelle }))}
        valeur={cas.depuis}
        onChange={(depuis) => changer({ depuis: estDepart(depuis) ? depuis : 'premiere' })}
        erreur={erreurDe(erreurs, 'depuis')}
      />
    )}
  </Groupe>
);

const LIBELLE = 'Au bout de quel délai\u00a0?';
const AIDE = 'Deux mois, sauf texte contraire.';

const Delai = ({ cas, changer, erreurs }: Champs) => {
  const cadre = { id: 'delai', libelle: LIBELLE, aide: AIDE, erreur: erreurDe(erreurs, 'delai') };
  return (
    <CadreGroupe {...cadre}>
      <div class="date">
        <div>
          <label for="delai">Nombre</label>
          <input
            id="delai"
            class="saisie"
            type="text"
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            value={cas.nombre}
            aria-invalid={cadre.erreur ? 'true' : undefined}
            aria-describedby={decritPar(cadre)}
            onInput={(evenement) => changer({ nombre: evenement.currentTarget.value.trim() })}
          />
        </div>
        <div>
          <label for="delai-unite">Unité</label>
          <select
            id="delai-unite"
            class="saisie unite"
            value={cas.unite}
            onChange={(evenement) => changer({ unite: evenement.currentTarget.value })}
          >
            <option value="M">mois</option>
            <option value="D">jours</option>
          </select>
        </div>
      </div>
    </CadreGroupe>
  );
};
