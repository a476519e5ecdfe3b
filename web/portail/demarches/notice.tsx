import { Chargement } from '../../ui/attente.tsx';
import { Page } from '../../ui/page.tsx';
import { TexteLie } from '../../ui/texte-lie.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { DemarcheFermee } from './demarche-fermee.tsx';

/** What becomes of the answers to one démarche (RGPD, 13). */
export const Notice = ({ id }: { id: string }) => {
  const lecture = useLecture('consulterDemarche', { demarche: id });
  if (lecture.etat === 'attente') return <Chargement />;
  if (lecture.etat === 'echec')
    return <DemarcheFermee lecture={lecture} titre="Cette démarche ne s’ouvre pas" />;
  const { demarche, notice } = lecture.valeur;
  return (
    <Page titre="Ce que deviennent vos réponses" retour={{ vers: `/demarches/${id}`, mot: demarche.nom }}>
      {notice.map(({ titre, lignes }) => (
        <section key={titre}>
          <h2>{titre}</h2>
          {lignes.map((ligne) => (
            <p key={ligne}>
              <TexteLie>{ligne}</TexteLie>
            </p>
          ))}
        </section>
      ))}
    </Page>
  );
};
