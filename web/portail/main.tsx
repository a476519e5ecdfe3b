import '../ui/base.css';
import './portail.css';
import { createRoot } from 'react-dom/client';
import { Portail } from './portail.tsx';

const racine = document.getElementById('application');
if (racine) createRoot(racine).render(<Portail />);
