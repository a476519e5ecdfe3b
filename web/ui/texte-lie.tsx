import { espacer } from '../../functions/platform/lettres.ts';

const ADRESSES = /(\b0\d(?:[ \u00a0]\d\d){4}\b|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bwww\.[\w-]+(?:\.[\w-]+)+)/;

/** A sentence of the commune, where a phone number, an e-mail address or a site is a link. */
export const TexteLie = ({ children }: { children: string }) => (
  <>
    {espacer(children)
      .split(ADRESSES)
      .map((bout, i) =>
        i % 2 === 0 ? (
          bout
        ) : (
          <a key={bout} href={versDe(bout)} class={/^\d/.test(bout) ? 'insecable' : undefined}>
            {bout}
          </a>
        ),
      )}
  </>
);

const versDe = (bout: string): string => {
  if (bout.includes('@')) return `mailto:${bout}`;
  return bout.startsWith('www.') ? `https://${bout}` : `tel:${bout.replace(/\s/g, '')}`;
};
