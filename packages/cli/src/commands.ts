import type { Lang } from '@linli/model';

type Said = Readonly<Record<Lang, string>>;

/** One option: what its value is called (null for a switch), and what it is for. */
interface Option {
  readonly value: Said | null;
  readonly about: Said;
}

const file: Said = { zh: '文件', en: 'FILE' };
const pack: Said = { zh: '规则包', en: 'PACK' };
const same = (text: string): Said => ({ zh: text, en: text });

/** Every option there is. All commands know the last three. */
export const options = {
  input: { value: file, about: { zh: '要读的工作簿（.xlsx）', en: 'the workbook to read (.xlsx)' } },
  date: {
    value: { zh: '日期', en: 'DATE' },
    about: {
      zh: '那一天，写成 2026-11-23；day run：收集需求的一天，活儿在第二天做',
      en: 'the day, like 2026-11-23; day run: on which demands are collected, for work on the next',
    },
  },
  community: {
    value: { zh: '文件夹', en: 'DIR' },
    about: {
      zh: '本社区的规则（community.yaml 等）；也可用环境变量 LINLI_COMMUNITY',
      en: "your community's rules (community.yaml and others); or the environment's LINLI_COMMUNITY",
    },
  },
  mapping: { value: file, about: { zh: '表头与用词对照表', en: 'what your headers and words mean' } },
  store: {
    value: { zh: '存储', en: 'STORE' },
    about: {
      zh: 'sqlite:路径 或 memory；day run 不写时不留数据',
      en: 'sqlite:PATH or memory; without it, day run keeps nothing',
    },
  },
  pack: { value: pack, about: { zh: '规则包：预置编号、文件或社区文件夹', en: "a preset, a file or a community's folder" } },
  against: { value: pack, about: { zh: '与之相比的规则包', en: 'the pack it is compared with' } },
  services: {
    value: file,
    about: {
      zh: '服务清单：JSON、YAML，或本社区的工作簿（.xlsx）',
      en: "services as JSON or YAML, or the community's workbook (.xlsx)",
    },
  },
  service: { value: { zh: '编号', en: 'ID' }, about: { zh: '只看这一次服务', en: 'only this service' } },
  chart: { value: { zh: '文件.svg', en: 'FILE.svg' }, about: { zh: '把试算结果画成图', en: 'draws the simulation' } },
  budget: {
    value: same('N'),
    about: {
      zh: '最多判断多少次（一次服务过一个步骤算一次），默认 5000000',
      en: 'how many judgements at most, of one service by one step; 5000000 without it',
    },
  },
  zone: {
    value: { zh: '时区', en: 'ZONE' },
    about: {
      zh: '服务清单没写时区时用，默认 Asia/Shanghai',
      en: 'where the services name none; Asia/Shanghai without it',
    },
  },
  format: { value: { zh: '格式', en: 'FORMAT' }, about: { zh: 'mermaid 或 svg', en: 'mermaid or svg' } },
  output: {
    value: file,
    about: {
      zh: '写到哪里（windows draw 写文件夹时两种格式都写）',
      en: 'where to (windows draw, into a folder: both formats)',
    },
  },
  days: { value: { zh: '天数', en: 'DAYS' }, about: { zh: '共几天，默认 7', en: 'how many days; 7 without it' } },
  before: {
    value: file,
    about: { zh: '上次用 --json 存下的值班表', en: 'what --json of the last time kept' },
  },
  refusals: {
    value: null,
    about: { zh: 'Mermaid 图里也写出拒绝的事和原因', en: 'the Mermaid drawing also names what is refused, and why' },
  },
  'dry-run': { value: null, about: { zh: '只检查，不写入', en: 'checks and writes nothing' } },
  'propose-mapping': { value: null, about: { zh: '提议对照表', en: 'proposes a mapping file' } },
  json: {
    value: null,
    about: { zh: '输出 JSON（格式稳定，见 docs/cli.md）', en: 'prints JSON of a stable shape (docs/cli.md)' },
  },
  lang: {
    value: { zh: 'zh|en', en: 'zh|en' },
    about: {
      zh: '语言；不写时依次看环境变量 LINLI_LANG、LC_ALL、LC_MESSAGES、LANG',
      en: "language; without it the environment's LINLI_LANG, LC_ALL, LC_MESSAGES, LANG, in this order",
    },
  },
  help: { value: null, about: { zh: '这个命令怎么用；也可写 -h', en: 'how the command is used; -h for short' } },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** One command: what follows its name, what it does with what it reads, and how it ends. */
export interface Command {
  readonly name: string;
  /** What has to follow the name, or may, as it is written. */
  readonly words: Said;
  /** How many words may follow the name. */
  readonly most: number;
  readonly about: Said;
  readonly reads: Said;
  readonly writes: Said;
  readonly options: readonly OptionName[];
  /** Exit codes it may end with, beside 0 (done), 1 (broken) and 2 (usage). */
  readonly exits: readonly (3 | 4 | 5)[];
  /** What follows `linli`. */
  readonly example: Said;
}

const none: Said = { zh: '', en: '' };
const nothing: Said = { zh: '不写任何文件', en: 'nothing' };
const shipped: Said = { zh: '不读任何文件', en: 'nothing' };
const services: readonly OptionName[] = ['services', 'zone', 'community', 'mapping'];

/** Every command there is, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'day run',
    words: { zh: '--input 文件 --date 日期', en: '--input FILE --date DATE' },
    most: 0,
    about: {
      zh: '读入工作簿，按当天的电访登记排出第二天的工作单：谁去哪一家、谁还没打通、谁该敲门、\n上月服务记多少时间、支持网络哪里薄弱。',
      en: "Reads the workbook and makes the next day's sheet from the phone round of that day: who goes to which door,\nwho was not reached, who has to knock, what last month's services earn, where the support network is thin.",
    },
    reads: { zh: '--input 的工作簿，--community 的规则，--mapping 的对照表', en: 'the workbook, the rules, the mapping' },
    writes: {
      zh: '--store 的数据存储，一步一步登记：名册、需求、派单、结算；不写 --store 时不留数据',
      en: 'the store, step by step: register, demands, plan, credit; nothing without --store',
    },
    options: ['input', 'date', 'community', 'mapping', 'store', 'json'],
    exits: [3, 4, 5],
    example: {
      zh: 'day run --input 表格.xlsx --date 2026-11-23 --store sqlite:数据.sqlite',
      en: 'day run --input list.xlsx --date 2026-11-23 --store sqlite:data.sqlite',
    },
  },
  {
    name: 'import',
    words: file,
    most: 1,
    about: {
      zh: '登记入库：全部登记，或者一行也不登记。同一份文件再导入一次，什么也不会变。--dry-run 只检查：\n每张表读成了什么，哪些行登记不了、为什么。表头、表名和我们的不一样？--propose-mapping 先提议一份对照表。',
      en: 'Takes a workbook into the store: all of it or none of it; the same file a second time changes nothing.\n--dry-run only checks: what each sheet was read as, which rows cannot be taken and why.\nOther headers or sheet names than ours? --propose-mapping proposes a mapping.',
    },
    reads: { zh: '工作簿，--community 的规则，--mapping 的对照表', en: 'the workbook, the rules, the mapping' },
    writes: {
      zh: '--store 的数据存储；--dry-run 和 --propose-mapping 不写',
      en: 'the store; nothing with --dry-run or --propose-mapping',
    },
    options: ['input', 'store', 'dry-run', 'propose-mapping', 'mapping', 'date', 'community', 'json'],
    exits: [3, 4, 5],
    example: { zh: 'import 表格.xlsx --dry-run', en: 'import list.xlsx --dry-run' },
  },
  {
    name: 'rules check',
    words: pack,
    most: 1,
    about: {
      zh: '上线前检查：从不起作用的步骤、自相矛盾、没有规则管的服务、能绕过封顶的登记办法、凭空生出积分的循环；\n每一条都附最小的例子。',
      en: 'Before it goes live: steps that never do anything, contradictions, services without a rule, ways around a cap,\nloops that make credit of nothing; each with the smallest example.',
    },
    reads: {
      zh: '规则包，和它旁边或 --community 里的 catalogue.yaml',
      en: 'the pack, and the catalogue beside it or in --community',
    },
    writes: nothing,
    options: ['pack', 'community', 'budget', 'json'],
    exits: [3, 4],
    example: same('rules check cn-nanjing-2019'),
  },
  {
    name: 'rules simulate',
    words: { zh: '--pack 规则包 --services 文件', en: '--pack PACK --services FILE' },
    most: 1,
    about: {
      zh: '试算一个月：谁多了、谁少了、合计、预算、基尼系数。',
      en: 'A month under a draft: who gains, who loses, totals, budget, gini.',
    },
    reads: { zh: '规则包，服务清单，与之相比的规则包', en: 'the pack, the services, the pack it is compared with' },
    writes: { zh: '--chart 的图', en: 'the chart, where --chart asks for it' },
    options: ['pack', 'against', ...services, 'chart', 'json'],
    exits: [3, 4],
    example: {
      zh: 'rules simulate --pack 规则.yaml --services 服务.json --against cn-nanjing-2019',
      en: 'rules simulate --pack rules.yaml --services services.json --against cn-nanjing-2019',
    },
  },
  {
    name: 'rules diff',
    words: { zh: '规则包甲 规则包乙', en: 'A B' },
    most: 2,
    about: {
      zh: '两套规则有什么不同；带 --services 时，在真实服务上差多少、为什么。',
      en: 'How two packs differ, in words; with --services, on real services too, and why.',
    },
    reads: { zh: '两个规则包，服务清单', en: 'both packs, the services' },
    writes: nothing,
    options: ['pack', 'against', ...services, 'json'],
    exits: [3, 4],
    example: same('rules diff cn-nanjing-2019 cn-qingdao-2020'),
  },
  {
    name: 'rules explain',
    words: { zh: '--pack 规则包 --services 文件', en: '--pack PACK --services FILE' },
    most: 1,
    about: { zh: '每次服务一步一步怎么记的。', en: 'How each service is credited, step by step.' },
    reads: { zh: '规则包，服务清单', en: 'the pack, the services' },
    writes: nothing,
    options: ['pack', 'service', ...services, 'json'],
    exits: [3, 4],
    example: {
      zh: 'rules explain --pack cn-nanjing-2019 --services 服务.json',
      en: 'rules explain --pack cn-nanjing-2019 --services services.json',
    },
  },
  {
    name: 'rules schema',
    words: same('[pack|credit|exchange]'),
    most: 1,
    about: { zh: '规则包的 JSON Schema，给编辑器用。', en: 'JSON Schema of a pack, for an editor.' },
    reads: shipped,
    writes: nothing,
    options: [],
    exits: [],
    example: same('rules schema credit > credit.schema.json'),
  },
  {
    name: 'rules list',
    words: none,
    most: 0,
    about: { zh: '预置的规则包。', en: 'The presets.' },
    reads: shipped,
    writes: nothing,
    options: ['json'],
    exits: [],
    example: same('rules list'),
  },
  {
    name: 'windows list',
    words: none,
    most: 0,
    about: { zh: '有哪些流程（周期、上门、催问等），各有多少状态。', en: 'The machines, and how many states each has.' },
    reads: shipped,
    writes: nothing,
    options: ['json'],
    exits: [],
    example: same('windows list'),
  },
  {
    name: 'windows draw',
    words: { zh: '名称', en: 'NAME' },
    most: 1,
    about: {
      zh: '一个流程有哪些状态、什么事让它走到哪一步，画成 Mermaid 或 SVG。',
      en: 'A machine: which states it has and what leads from one to the next, as Mermaid or SVG.',
    },
    reads: shipped,
    writes: { zh: '--output 的文件，或文件夹里的两个文件', en: 'the file of --output, or two files in that folder' },
    options: ['format', 'output', 'refusals', 'json'],
    exits: [3],
    example: { zh: 'windows draw ladder --output 图.svg', en: 'windows draw ladder --output ladder.svg' },
  },
  {
    name: 'windows check',
    words: { zh: '文件...', en: 'FILE...' },
    most: Number.POSITIVE_INFINITY,
    about: {
      zh: '检查本社区的定义（周期、日历、逐级求助、频次、排班等，YAML 或 JSON）。',
      en: "Checks your community's definitions (cycle, calendar, ladder, cadence, rota, ...; YAML or JSON).",
    },
    reads: { zh: '这些文件', en: 'these files' },
    writes: nothing,
    options: ['json'],
    exits: [3, 4],
    example: same('windows check cycle.yaml rota.yaml'),
  },
  {
    name: 'windows schema',
    words: { zh: '种类', en: 'KIND' },
    most: 1,
    about: { zh: '一种定义的 JSON Schema，给编辑器用。', en: 'JSON Schema of one kind of definition, for an editor.' },
    reads: shipped,
    writes: nothing,
    options: [],
    exits: [],
    example: same('windows schema rota > rota.schema.json'),
  },
  {
    name: 'windows rota',
    words: { zh: '值班表.yaml --date 日期', en: 'ROTA.yaml --date DATE' },
    most: 1,
    about: {
      zh: '谁哪天值班、哪天空班；写成日历，取消的保留为已取消。',
      en: 'Who is on duty when, and which days have a hole; as a calendar in which what fell away stays as cancelled.',
    },
    reads: { zh: '值班表，--before 的上次结果', en: 'the rota, and what --before kept the last time' },
    writes: { zh: '--output 的日历', en: 'the calendar, where --output asks for it' },
    options: ['date', 'days', 'before', 'output', 'json'],
    exits: [3, 4],
    example: {
      zh: 'windows rota 值班表.yaml --date 2026-12-01 --output 值班.ics',
      en: 'windows rota rota.yaml --date 2026-12-01 --output rota.ics',
    },
  },
];

/** The command that a line of words begins with; undefined where it begins with none. */
export const commandIn = (words: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));

/** The names under one first word: `check`, `list`, ... for `rules`; none for a word that is no such group. */
export const namesUnder = (first: string): readonly string[] =>
  commands.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
