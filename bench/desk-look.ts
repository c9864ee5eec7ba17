// Pictures of the desk to look at: node --import tsx bench/desk-look.ts http://127.0.0.1:4777 /tmp/look [width,…] [light,dark] [path …]
import { mkdirSync } from 'node:fs';
import { openBrowser } from '../test/browser/browser.ts';

const [origin = 'http://127.0.0.1:4777', folder = 'look', widths = '390,820,1440', schemes = 'light', ...paths] =
  process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { context, close } = await openBrowser();
const page = await context.newPage();
page.on('pageerror', (error) => process.stderr.write(`${error}\n`));
page.on('console', (message) => message.type() === 'error' && process.stderr.write(`${message.text()}\n`));
for (const scheme of schemes.split(',') as ('light' | 'dark')[]) {
  await page.emulateMedia({ colorScheme: scheme });
  for (const width of widths.split(',').map(Number)) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of paths.length ? paths : ['/', '/r/PRK-RUS']) {
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      const name = `${path.replace(/[^\w]+/g, '_').slice(0, 40)}-${width}-${scheme}.png`;
      await page.screenshot({ path: `${folder}/${name}`, fullPage: !path.includes('show=') });
      process.stdout.write(`${folder}/${name} ${await page.evaluate(() => document.documentElement.scrollWidth)}\n`);
    }
  }
}
await close();
