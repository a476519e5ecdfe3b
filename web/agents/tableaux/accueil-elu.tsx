import type { ComponentChildren } from 'preact';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { commune, type Sortie } from '../../client.ts';
import { Lien } from '../../ui/lien.tsx';
import { compter } from '../mots.ts';
import { ensembleDe } from './ensemble.ts';
import { useRisques, useSilences } from './lectures.ts';
import { PageTableau } from './page-tableau.tsx';
import { pourCent } from './part.tsx';

type Silences = Sortie<'consulterSilences'>;
type Risques = Sortie<'consulterRisques'>;

/** The first page of an élu: a sentence and four figures; each leads to its board. No file, no name. */
export const AccueilElu = () => {
  const silences = useSilences();
  const risques = useRisques();
  const lu = silences.data && risques.data ? { silences: silences.data, risques: risques.data } : undefined;
  const relire = (): void => {
    void silences.refetch();
    void risques.refetch();
  };
  return (
    <PageTableau
      titre="Les chiffres de la commune"
      lecture={{ data: lu, error: silences.error ?? risques.error, refetch: relire }}
    >
      {({ silences: decisions, risques: proches }) => (
        <>
          <p class="chapeau">{espacer(phraseDe(decisions, proches))}</p>
          <Chiffres silences={decisions} risques={proches} />
          <p>
            Votre compte lit les chiffres, pas les dossiers des habitants. Une question&nbsp;? Écrivez à{' '}
            <a href={`mailto:${commune.courriel}`}>{commune.courriel}</a> ou appelez le{' '}
            <a href={`tel:${commune.telephone.replaceAll(' ', '')}`}>
              {commune.telephone.replaceAll(' ', '\u00a0')}
            </a>
            .
          </p>
        </>
      )}
    </PageTableau>
  );
};

type Lues = { silences: Silences; risques: Risques };

const Chiffres = ({ silences, risques }: Lues) => {
  const { acceptees, rejetees, expresses } = ensembleDe(silences.services);
  return (
    <dl class="quatre-chiffres">
      <Chiffre valeur={expresses} quoi="Décidées par un agent" vers="/silences">
        depuis le {espacer(enBref(silences.du))}
      </Chiffre>
      <Chiffre valeur={acceptees} quoi="Acceptées par silence" vers="/silences">
        la commune n’a pas répondu à temps
      </Chiffre>
      <Chiffre valeur={rejetees} quoi="Rejetées par silence" vers="/silences">
        la personne n’a pas eu de réponse
      </Chiffre>
      <Chiffre valeur={aDecider(risques)} quoi="À décider" vers="/risques">
        d’ici au {espacer(enBref(risques.au))}, sinon le silence décidera
      </Chiffre>
    </dl>
  );
};

type ChiffreProps = { valeur: number; quoi: string; vers: string; children: ComponentChildren };

const Chiffre = ({ valeur, quoi, vers, children }: ChiffreProps) => (
  <div>
    <dt>
      <Lien vers={vers}>{quoi}</Lien>
    </dt>
    <dd>
      <strong class="grand-chiffre">{valeur.toLocaleString('fr-FR')}</strong>{' '}
      <span class="discret">{children}</span>
    </dd>
  </div>
);

const aDecider = ({ services }: Risques): number =>
  services.reduce((total, { acceptations, rejets }) => total + acceptations + rejets, 0);

/** « Depuis le 1er juin 2026, la commune a répondu elle-même à 9 demandes sur 10. » */
export const phraseDe = (silences: Pick<Silences, 'du' | 'services'>, risques: Risques): string =>
  `${passeDe(silences)} ${avenirDe(risques)}`;

const passeDe = ({ du, services }: Pick<Silences, 'du' | 'services'>): string => {
  const { expresses, taux } = ensembleDe(services);
  const depuis = `Depuis le ${enBref(du)}`;
  if (taux === null) return `${depuis}, aucune demande n’a été décidée.`;
  return taux === 0
    ? `${depuis}, la commune a répondu elle-même à ${compter(expresses, 'demande')}, et le silence n’a rien décidé.`
    : `${depuis}, la commune a répondu elle-même dans ${pourCent(1 - taux)} des décisions\u00a0; le silence a décidé du reste.`;
};

const avenirDe = (risques: Risques): string => {
  const proches = aDecider(risques);
  return proches === 0
    ? `D’ici au ${enBref(risques.au)}, aucune demande ne sera décidée faute de réponse.`
    : `D’ici au ${enBref(risques.au)}, ${compter(proches, 'demande')} ${proches > 1 ? 'attendent' : 'attend'} encore une réponse.`;
};
