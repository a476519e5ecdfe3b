import { useRef } from 'react';
import { Bouton } from '../../ui/bouton.tsx';
import { reglerRaccourcis, useRaccourcis, useRaccourcisActifs } from '../raccourcis.ts';

const TOUCHES: readonly (readonly [string, string])[] = [
  ['j', 'Demande suivante'],
  ['k', 'Demande précédente'],
  ['Entrée', 'Ouvrir la demande'],
  ['e', 'Prendre en charge'],
  ['/', 'Chercher dans la liste'],
  ['?', 'Lire cette aide'],
  ['Échap', 'Sortir du champ ou de l’aide'],
];

/** The keys, readable without knowing them, and the way to silence them. */
export const Aide = () => {
  const dialogue = useRef<HTMLDialogElement>(null);
  const actifs = useRaccourcisActifs();
  const ouvrir = (): void => dialogue.current?.showModal();
  useRaccourcis({ '?': ouvrir });
  return (
    <>
      <Bouton rang="lien" onClick={ouvrir}>
        Raccourcis
      </Bouton>
      <dialog ref={dialogue} class="dialogue" aria-labelledby="aide-titre">
        <h2 id="aide-titre">Raccourcis du clavier</h2>
        <dl class="touches">
          {TOUCHES.map(([touche, effet]) => (
            <div key={touche}>
              <dt>
                <kbd>{touche}</kbd>
              </dt>
              <dd>{effet}</dd>
            </div>
          ))}
        </dl>
        <p>
          <label class="case">
            <input
              type="checkbox"
              checked={actifs}
              onChange={({ currentTarget }) => reglerRaccourcis(currentTarget.checked)}
            />{' '}
            Utiliser ces raccourcis sur cet ordinateur
          </label>
        </p>
        <p class="discret">Ils se taisent pendant que vous écrivez. Tout se fait aussi avec la touche Tab.</p>
        <Bouton rang="second" onClick={() => dialogue.current?.close()}>
          Fermer l’aide
        </Bouton>
      </dialog>
    </>
  );
};
