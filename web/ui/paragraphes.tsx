import { TexteLie } from './texte-lie.tsx';

type Bloc = { paragraphe: string } | { liste: string[] };

const PUCE = /^•\s*/;

/** Lines as the commune wrote them: those that begin with a bullet make a list. */
export const Paragraphes = ({ lignes, classe }: { lignes: readonly string[]; classe?: string }) => (
  <>
    {enBlocs(lignes).map((bloc, rang) =>
      'liste' in bloc ? (
        <ul key={rang}>
          {bloc.liste.map((ligne) => (
            <li key={ligne}>
              <TexteLie>{ligne}</TexteLie>
            </li>
          ))}
        </ul>
      ) : (
        <p class={classe} key={rang}>
          <TexteLie>{bloc.paragraphe}</TexteLie>
        </p>
      ),
    )}
  </>
);

const enBlocs = (lignes: readonly string[]): Bloc[] => {
  const blocs: Bloc[] = [];
  for (const ligne of lignes) {
    const dernier = blocs.at(-1);
    const point = ligne.replace(PUCE, '');
    if (!PUCE.test(ligne)) blocs.push({ paragraphe: ligne });
    else if (dernier && 'liste' in dernier) dernier.liste.push(point);
    else blocs.push({ liste: [point] });
  }
  return blocs;
};
