export const handler = async (evenement: object) => ({
  ...evenement,
  heure: Date.now(),
  TABLE: process.env.TABLE,
});
