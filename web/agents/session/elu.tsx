import { commune } from '../../client.ts';
import { usePage } from '../page.ts';

/** An élu reads figures, never the files of people. */
export const Elu = () => {
  const titre = usePage<HTMLHeadingElement>('Votre compte', 'elu');
  return (
    <main class="page-simple" id="contenu">
      <h1 ref={titre} tabIndex={-1}>
        Votre compte lit les chiffres de la commune, pas les dossiers des habitants
      </h1>
      <p>
        Pour les obtenir ou pour une question sur votre compte, écrivez à{' '}
        <a href={`mailto:${commune.courriel}`}>{commune.courriel}</a> ou appelez le{' '}
        {commune.telephone.replaceAll(' ', '\u00a0')}.
      </p>
    </main>
  );
};
