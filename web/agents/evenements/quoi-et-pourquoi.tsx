import { MOTIFS_RETRAIT, type MotifRetrait, type RegleRetrait } from '../../../functions/demandes/fait.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';

export type Nature = 'retrait' | 'abrogation';
export type Voulu = { nature: Nature; motif: MotifRetrait | '' };
type Champs = {
  saisie: Voulu;
  erreur: (champ: string) => string | undefined;
  changer: (suite: Partial<Voulu>) => void;
};

const NATURES = [
  { valeur: 'retrait', libelle: 'La retirer\u00a0: elle est censée n’avoir jamais existé' },
  { valeur: 'abrogation', libelle: 'L’abroger\u00a0: elle ne vaut plus pour l’avenir' },
];
const MOTIFS = Object.entries(MOTIFS_RETRAIT).map(([valeur, { nom, texte }]) => ({
  valeur,
  libelle: `${nom} (${texte})`,
}));

/** The reason first: it says which of the two acts the law allows. */
export const QuoiEtPourquoi = ({ saisie: { nature, motif }, erreur, changer }: Champs) => {
  const natures = motif ? reglesDe(motif).natures : ['retrait', 'abrogation'];
  const choisir = (suite: MotifRetrait): void => {
    const [premiere, seconde] = reglesDe(suite).natures;
    changer({ motif: suite, ...(premiere && !seconde && { nature: premiere }) });
  };
  return (
    <>
      <ChampChoix
        id="motif"
        libelle="Le motif"
        options={MOTIFS}
        valeur={motif}
        erreur={erreur('motif')}
        onChange={(suite) => choisir(suite as MotifRetrait)}
      />
      <ChampChoix
        id="nature"
        libelle="Ce que vous faites de la décision"
        options={NATURES.filter(({ valeur }) => natures.includes(valeur as Nature))}
        valeur={nature}
        erreur={erreur('nature')}
        onChange={(suite) => changer({ nature: suite as Nature })}
      />
    </>
  );
};

const reglesDe = (motif: MotifRetrait): RegleRetrait => MOTIFS_RETRAIT[motif];
