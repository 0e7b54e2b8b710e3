/**
 * Installs the standard model pack.
 *
 *   npm run models:install -- [--from <folder or URL>] [--to <folder>]
 *
 * Without `--from` the models come from their pinned addresses; without `--to` they go to ANZAI_MODELS or `models`.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installStandardPack } from '../src/packs/standard-pack.ts';
import { PackError } from '../src/packs/pack-error.ts';

const { values } = parseArgs({
  options: { from: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean' } },
});

if (values.help) {
  console.log('npm run models:install -- [--from <folder or URL>] [--to <folder>]');
} else {
  await install(values);
}

async function install(options: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): Promise<void> {
  // npm runs this in the product's folder; paths are meant from where the operator stands.
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const modelsFolder = resolve(here, options.to ?? process.env['ANZAI_MODELS'] ?? 'models');
  const isAddress = options.from !== undefined && /^https?:\/\//.test(options.from);
  const from = options.from === undefined || isAddress ? options.from : resolve(here, options.from);
  try {
    const pack = await installStandardPack({
      modelsFolder,
      ...(from === undefined ? {} : { from }),
      onProgress: ({ file, outcome }) =>
        console.log(`${outcome === 'present' ? 'already there' : 'installed    '}  ${file}`),
    });
    console.log(`The standard pack is in ${pack.folder}. Restart the server to use it.`);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
