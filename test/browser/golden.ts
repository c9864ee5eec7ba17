/** Golden pictures: what a page looked like when somebody last looked at it. UPDATE_GOLDEN=1 keeps new ones. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';

const FOLDER = new URL('golden/', import.meta.url);

/** Mean difference of two pictures on a coarse grid, 0 to 255: blind to how a letter is drawn, not to a missing chart. */
async function difference(context: BrowserContext, a: Buffer, b: Buffer): Promise<number> {
  const tab = await context.newPage();
  const pictures = [a, b].map((bytes) => `data:image/jpeg;base64,${bytes.toString('base64')}`);
  const found = await tab.evaluate(async (sources) => {
    const [x, y] = await Promise.all(
      sources.map(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(72, 45);
        const pen = canvas.getContext('2d')!;
        pen.imageSmoothingQuality = 'high';
        pen.drawImage(image, 0, 0, 72, 45);
        return pen.getImageData(0, 0, 72, 45).data;
      }),
    );
    return x!.reduce((sum, value, i) => sum + Math.abs(value - y![i]!), 0) / x!.length;
  }, pictures);
  await tab.close();
  return found;
}

/** How far the page is from its golden picture; 0 where there is none yet and this one is kept. */
export async function farFromGolden(page: Page, name: string): Promise<number> {
  const taken = await page.screenshot({ type: 'jpeg', quality: 55 });
  const file = new URL(`${name}.jpg`, FOLDER);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, taken);
  }
  if (!existsSync(file)) throw new Error(`no golden picture ${name}; look at the page, then run with UPDATE_GOLDEN=1`);
  return difference(page.context(), taken, readFileSync(file));
}
