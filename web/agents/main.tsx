import './sans-eval.ts';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { Application } from './application.tsx';
import './agents.css';

const application = document.getElementById('application');
if (application) createRoot(application).render(<Application />);
