/** Golden pictures: what a page looked like when somebody last looked at it. UPDATE_GOLDEN=1 keeps new ones. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const FOLDER = new URL('golden/', import.meta.url);

export interface Difference {
  /** Mean difference of the pictures, 0 to 255. */
  readonly mean: number;
  /** Difference of the part of the picture that differs most, 0 to 255. */
  readonly most: number;
}

/**
 * Compares on a coarse grid: blind to how a letter is drawn, not to a missing chart. `tab` is any page; pictures are
 * decoded in it.
 */
async function difference(tab: Page, a: Buffer, b: Buffer): Promise<Difference> {
  const pictures = [a, b].map((bytes) => `data:image/jpeg;base64,${bytes.toString('base64')}`);
  // Without functions that have names: the loader gives those a helper that the page does not know.
  const [fine, coarse] = await tab.evaluate(async (sources) => {
    const images = await Promise.all(
      sources.map(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        return image;
      }),
    );
    return [
      [72, 45],
      [12, 8],
    ].map(([width, height]) => {
      const [x, y] = images.map((image) => {
        const pen = new OffscreenCanvas(width!, height!).getContext('2d')!;
        pen.imageSmoothingQuality = 'high';
        pen.drawImage(image, 0, 0, width!, height!);
        return pen.getImageData(0, 0, width!, height!).data;
      });
      return [...x!].map((value, i) => Math.abs(value - y![i]!));
    });
  }, pictures);
  return { mean: fine!.reduce((sum, n) => sum + n, 0) / fine!.length, most: Math.max(...coarse!) };
}

/** How far the page is from its golden picture; nothing where there is none yet and this one is kept. */
export async function farFromGolden(page: Page, tab: Page, name: string): Promise<Difference> {
  const taken = await page.screenshot({ type: 'jpeg', quality: 40 });
  const file = new URL(`${name}.jpg`, FOLDER);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, taken);
  }
  if (!existsSync(file)) throw new Error(`no golden picture ${name}; look at the page, then run with UPDATE_GOLDEN=1`);
  return difference(tab, taken, readFileSync(file));
}
