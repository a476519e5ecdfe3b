import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { Icone } from '../../ui/icones.tsx';
import { taire, tournerLaPage, useAnnonce } from '../annonces.ts';

/** The result of the last act, on top of the page; the region is always there so that readers hear it change. */
export const Annonces = () => {
  const annonce = useAnnonce();
  const [page] = useLocation();
  const derniere = useRef(page);
  useEffect(() => {
    if (derniere.current !== page) tournerLaPage();
    derniere.current = page;
  }, [page]);
  return (
    <div class="annonces" role="status">
      {annonce && (
        <div class="annonce" data-ton={annonce.ton === 'fait' ? 'fait' : 'retard'}>
          <Icone nom={annonce.ton === 'fait' ? 'fait' : 'retard'} />
          <p>{annonce.phrase}</p>
          <button type="button" class="fermer" onClick={taire}>
            Fermer<span class="lu-seulement"> ce message</span>
          </button>
        </div>
      )}
    </div>
  );
};
