import { createRoot } from 'react-dom/client'
import { Game } from './game.tsx'

const root = document.getElementById('game')
if (root) createRoot(root).render(<Game />)
