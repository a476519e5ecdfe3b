/** A part of a whole: its figure, and the same as a bar for the eye. */
export const Part = ({ taux }: { taux: number | null }) =>
  taux === null ? (
    <span class="discret">Aucune décision</span>
  ) : (
    <span class="part">
      <span class="part-chiffre">{pourCent(taux)}</span>
      <progress class="part-barre" max={1} value={taux} aria-hidden="true" />
    </span>
  );

const format = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });

/** « 12 % ». What is small is not nothing, and what is nearly all is not all. */
export const pourCent = (taux: number): string => {
  if (taux > 0 && taux < 0.01) return `moins de ${format.format(0.01)}`;
  return taux < 1 && taux > 0.99 ? `plus de ${format.format(0.99)}` : format.format(taux);
};
