import { render } from 'preact';
import './styles/fonts.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/chart.css';
import './styles/compare.css';
import './styles/pages.css';
import './styles/forced.css';
import './styles/print.css';
import { App } from './app.tsx';

render(<App />, document.getElementById('desk')!);
