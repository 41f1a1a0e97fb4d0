import type { Lang } from '@linli/model';

const zh = `linli —— 邻里互助的一天

用法
  linli day run --input 表格.xlsx --date 2026-11-23
      读入工作簿，按当天的电访登记排出第二天的工作单：谁去哪一家、谁还没打通、
      谁该敲门、上月服务记多少时间、支持网络哪里薄弱。
  linli import 表格.xlsx --dry-run
      只检查：每张表读成了什么，哪些行登记不了、为什么。不写入。
  linli import 表格.xlsx --store sqlite:数据.sqlite
      登记入库。同一份文件再导入一次，什么也不会变。
  linli import 表格.xlsx --propose-mapping > 对照.yaml
      表头、表名和我们的不一样？先让程序提议一份对照表，核对后用 --mapping 带上。

选项
  --input 文件        要读的工作簿（.xlsx）
  --date 日期         收集需求的那一天，写成 2026-11-23；活儿在第二天做
  --community 文件夹  本社区的规则（community.yaml 等）；也可用环境变量 LINLI_COMMUNITY
  --mapping 文件      表头与用词对照表
  --store 存储        sqlite:路径 或 memory；day run 不写时不留数据
  --json              输出 JSON（格式稳定，见 docs/cli.md）
  --lang zh|en        语言
  --dry-run           只检查，不写入
  --propose-mapping   提议对照表
  --help, --version

退出码  0 完成  1 程序出错  2 命令写错  3 文件或日期不对  4 规则不对  5 数据存储打不开
`;

const en = `linli: one day of a community that looks after its own

Usage
  linli day run --input FILE.xlsx --date 2026-11-23
      Reads the workbook and makes the next day's sheet from the phone round of that day: who goes
      to which door, who was not reached, who has to knock, what last month's services earn,
      where the support network is thin.
  linli import FILE.xlsx --dry-run
      Only checks: what each sheet was read as, which rows cannot be taken and why. Writes nothing.
  linli import FILE.xlsx --store sqlite:data.sqlite
      Takes it into the store. The same file a second time changes nothing.
  linli import FILE.xlsx --propose-mapping > mapping.yaml
      Other headers or sheet names than ours? Let the tool propose a mapping, check it, pass it with --mapping.

Options
  --input FILE        the workbook to read (.xlsx)
  --date DATE         the day on which demands are collected, like 2026-11-23; the work is done on the next
  --community DIR     your community's rules (community.yaml and others); or the environment's LINLI_COMMUNITY
  --mapping FILE      what your headers and words mean
  --store STORE       sqlite:PATH or memory; without it, day run keeps nothing
  --json              prints JSON of a stable shape (docs/cli.md)
  --lang zh|en        language
  --dry-run           checks and writes nothing
  --propose-mapping   proposes a mapping file
  --help, --version

Exit codes  0 done  1 broken  2 usage  3 the file or the date is not right  4 the rules are not right  5 the store cannot be opened
`;

export const helpText = (lang: Lang | undefined): string => (lang === 'zh' ? zh : lang === 'en' ? en : `${zh}\n${en}`);
