// Runs before a package is packed, by whatever packs it. Only pnpm writes real versions where the manifest says
// `workspace:` and `catalog:`; any other tool would publish these words, and nobody could install the result.
// Plain JavaScript without packages: npm starts it with any Node.js.
const packer = process.env.npm_config_user_agent ?? '';
if (!packer.startsWith('pnpm/')) {
  console.error(
    `请用 pnpm 打包：${packer.split(' ')[0] || '这个工具'} 会把 workspace: 与 catalog: 原样写进包里，别人装不上。` +
      '在仓库根目录运行：npm run -s dev -- --filter "./packages/*" -r pack\n' +
      `Pack with pnpm: ${packer.split(' ')[0] || 'this tool'} would leave workspace: and catalog: in the package, which nobody could install. ` +
      'From the root of the repository: npm run -s dev -- --filter "./packages/*" -r pack',
  );
  process.exit(1);
}
