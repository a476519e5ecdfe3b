import '../ui/base.css';
import './portail.css';
import { createRoot } from 'react-dom/client';
import { oublierRetour } from '../ui/retour.ts';
import { Portail } from './portail.tsx';

oublierRetour();
const racine = document.getElementById('application');
if (racine) createRoot(racine).render(<Portail />);
