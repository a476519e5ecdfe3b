import './sans-eval.ts';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { oublierRetour } from '../ui/retour.ts';
import { Application } from './application.tsx';
import './agents.css';

oublierRetour();
const application = document.getElementById('application');
if (application) createRoot(application).render(<Application />);
