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
  linli rules check 规则包
      上线前检查：从不起作用的步骤、自相矛盾、没有规则管的服务、能绕过封顶的登记办法、凭空生出积分
      的循环；每一条都附最小的例子。
  linli rules simulate --pack 规则包 --services 服务.json [--against 规则包] [--chart 图.svg]
      试算一个月：谁多了、谁少了、合计、预算、基尼系数。
  linli rules diff 规则包甲 规则包乙 [--services 服务.json]
      两套规则有什么不同，在真实服务上差多少、为什么。
  linli rules explain --pack 规则包 --services 服务.json [--service 编号]
      每次服务一步一步怎么记的。
  linli rules list | rules schema [pack|credit|exchange]
      预置的规则包；给编辑器用的 JSON Schema。
  linli windows list | windows draw 名称 [--format mermaid|svg] [--output 文件或文件夹] [--refusals]
      各流程（周期、上门、催问等）有哪些状态、什么事让它走到哪一步；画成 Mermaid 或 SVG。
  linli windows check 文件... | windows schema 种类
      检查本社区的定义（周期、日历、逐级求助、频次、排班等，YAML 或 JSON）；给编辑器用的 JSON Schema。
  linli windows rota 值班表.yaml --date 日期 [--days 7] [--before 上次.json] [--output 值班.ics]
      谁哪天值班、哪天空班；写成日历，取消的保留为已取消。
  规则包可以是预置代码（如 cn-nanjing-2019）、YAML 或 JSON 文件、社区文件夹。

选项
  --input 文件        要读的工作簿（.xlsx）
  --date 日期         收集需求的那一天，写成 2026-11-23；活儿在第二天做
  --community 文件夹  本社区的规则（community.yaml 等）；也可用环境变量 LINLI_COMMUNITY
  --mapping 文件      表头与用词对照表
  --store 存储        sqlite:路径 或 memory；day run 不写时不留数据
  --pack, --against   规则包，和与之相比的规则包
  --services 文件     服务清单：JSON、YAML，或本社区的工作簿（.xlsx）
  --service 编号      只看这一次服务
  --chart 文件.svg    把试算结果画成图
  --budget N          rules check 最多判断多少次（不写是 5000000）
  --format, --output  画成什么；写到哪里（写文件夹时两种都写）
  --refusals          Mermaid 图里也写出拒绝的事和原因
  --zone 时区         服务清单没写时区时用，默认 Asia/Shanghai
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
  linli rules check PACK
      Before it goes live: steps that never do anything, contradictions, services without a rule, ways around
      a cap, loops that make credit of nothing; each with the smallest example.
  linli rules simulate --pack PACK --services FILE [--against PACK] [--chart FILE.svg]
      A month under a draft: who gains, who loses, totals, budget, gini.
  linli rules diff A B [--services FILE]
      How two packs differ, in words and on real services.
  linli rules explain --pack PACK --services FILE [--service ID]
      How each service is credited, step by step.
  linli rules list | rules schema [pack|credit|exchange]
      The presets; JSON Schema for an editor.
  linli windows list | windows draw NAME [--format mermaid|svg] [--output FILE|FOLDER] [--refusals]
      The machines: which states each has and what leads from one to the next, drawn as Mermaid or SVG.
  linli windows check FILE... | windows schema KIND
      Checks your community's definitions (cycle, calendar, ladder, cadence, rota, ...; YAML or JSON); JSON Schema for an editor.
  linli windows rota ROTA.yaml --date DATE [--days 7] [--before LAST.json] [--output ROTA.ics]
      Who is on duty when, and which days have a hole; as a calendar in which what fell away stays as cancelled.
  PACK is a preset (cn-nanjing-2019), a YAML or JSON file, or a community's folder.

Options
  --input FILE        the workbook to read (.xlsx)
  --date DATE         the day on which demands are collected, like 2026-11-23; the work is done on the next
  --community DIR     your community's rules (community.yaml and others); or the environment's LINLI_COMMUNITY
  --mapping FILE      what your headers and words mean
  --store STORE       sqlite:PATH or memory; without it, day run keeps nothing
  --pack, --against   a pack, and the pack it is compared with
  --services FILE     services as JSON or YAML, or the community's workbook (.xlsx)
  --service ID        only this service
  --chart FILE.svg    draws the simulation
  --budget N          how far rules check searches (5000000 if not said)
  --format, --output  how to draw; where to (into a folder: both ways)
  --refusals          the Mermaid drawing also names what is refused, and why
  --zone ZONE         where the services name none; Asia/Shanghai without it
  --json              prints JSON of a stable shape (docs/cli.md)
  --lang zh|en        language
  --dry-run           checks and writes nothing
  --propose-mapping   proposes a mapping file
  --help, --version

Exit codes  0 done  1 broken  2 usage  3 the file or the date is not right  4 the rules are not right  5 the store cannot be opened
`;

export const helpText = (lang: Lang | undefined): string => (lang === 'zh' ? zh : lang === 'en' ? en : `${zh}\n${en}`);
