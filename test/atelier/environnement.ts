import { afterAll } from 'vitest';

// What is tried is the product with the towns that come with it, whatever communes live beside.
process.env.PARVIS_COMMUNES = 'demonstration';

// Files that share a process leave the environment as they found it.
const avant = { ...process.env };
afterAll(() => {
  for (const nom of Object.keys(process.env)) if (!(nom in avant)) delete process.env[nom];
  Object.assign(process.env, avant);
});
