import type { Texts } from '@linli/model';

export type CliCode =
  | 'command/unknown'
  | 'command/unknown-meant'
  | 'command/incomplete'
  | 'command/missing'
  | 'option/unknown'
  | 'option/unknown-meant'
  | 'option/not-here'
  | 'option/needs-value'
  | 'option/missing'
  | 'option/invalid'
  | 'word/missing'
  | 'argument/missing'
  | 'argument/unexpected'
  | 'date/invalid'
  | 'file/not-found'
  | 'file/not-readable'
  | 'file/not-written'
  | 'folder/not-found'
  | 'machine/not-found'
  | 'machine/not-found-meant'
  | 'store/needed'
  | 'store/unknown'
  | 'store/not-opened'
  | 'community/needed'
  | 'mapping/hint'
  | 'pack/not-found'
  | 'pack/not-found-meant'
  | 'pack/none-in-folder'
  | 'pack/without-credit'
  | 'service/not-in-file'
  | 'zone/unknown'
  | 'rota/not-one'
  | 'rota/before-not-one'
  | 'output/not-written'
  | 'kept/steps'
  | 'kept/nothing'
  | 'fault/unexpected';

export const cliTexts = {
  'command/unknown': {
    zh: '没有“{command}”这个命令；linli --help 列出全部命令',
    en: 'there is no command "{command}"; linli --help lists them all',
  },
  'command/unknown-meant': {
    zh: '没有“{command}”这个命令，是不是“{meant}”？linli --help 列出全部命令',
    en: 'there is no command "{command}"; did you mean "{meant}"? linli --help lists them all',
  },
  'command/incomplete': {
    zh: '“{command}”后面要写做什么：{names}；linli help {command} 逐一说明',
    en: 'say which of them after "{command}": {names}; linli help {command} describes each',
  },
  'command/missing': { zh: '请写一个命令；linli --help 列出全部命令', en: 'name a command; linli --help lists them all' },
  'option/unknown': {
    zh: '不认识的选项 {option}；linli --help 列出全部选项',
    en: 'unknown option {option}; linli --help lists them all',
  },
  'option/unknown-meant': {
    zh: '不认识的选项 {option}，是不是 {meant}？linli --help 列出全部选项',
    en: 'unknown option {option}; did you mean {meant}? linli --help lists them all',
  },
  'option/not-here': {
    zh: '{command} 不用选项 {option}；linli help {command} 列出它的选项',
    en: '{command} has no option {option}; linli help {command} lists what it has',
  },
  'option/needs-value': { zh: '选项 {option} 后面要写内容', en: 'the option {option} needs a value' },
  'option/missing': { zh: '缺少 {option}', en: '{option} is missing' },
  'word/missing': { zh: '缺少 {word}，可以是：{allowed}', en: '{word} is missing; it can be: {allowed}' },
  'option/invalid': {
    zh: '选项 {option} 不能是“{value}”，可以是：{allowed}',
    en: '"{value}" is nothing {option} can be; it can be: {allowed}',
  },
  'argument/missing': { zh: '缺少文件名', en: 'the name of the file is missing' },
  'argument/unexpected': { zh: '多出来的内容：“{value}”', en: 'nothing was expected after this: "{value}"' },
  'date/invalid': { zh: '“{value}”不是日期；请写成 2026-11-23 这样', en: '"{value}" is not a date; write it like 2026-11-23' },
  'file/not-found': { zh: '找不到文件 {file}', en: 'there is no file {file}' },
  'file/not-readable': { zh: '文件 {file} 打不开（{problem}）', en: 'the file {file} cannot be read ({problem})' },
  'file/not-written': { zh: '文件 {file} 写不进去（{problem}）', en: 'the file {file} cannot be written ({problem})' },
  'folder/not-found': {
    zh: '没有文件夹 {folder}，文件 {file} 没有写；请先建这个文件夹',
    en: 'there is no folder {folder}, so {file} was not written; make the folder first',
  },
  'machine/not-found': {
    zh: '没有叫“{machine}”的流程，可以是：{names}',
    en: 'there is no machine {machine}; it can be: {names}',
  },
  'machine/not-found-meant': {
    zh: '没有叫“{machine}”的流程，是不是“{meant}”？',
    en: 'there is no machine {machine}; did you mean {meant}?',
  },
  'rota/not-one': { zh: '{file} 不是值班表（{format}）', en: '{file} is no duty rota but {format}' },
  'rota/before-not-one': {
    zh: '{file} 不是上次用 --json 存下的值班表',
    en: '{file} is not what an earlier --json of a rota kept',
  },
  'store/needed': {
    zh: '请用 --store sqlite:路径 指定存到哪里，或用 --dry-run 只检查、不写入',
    en: 'say where to keep it with --store sqlite:PATH, or only check it with --dry-run',
  },
  'store/unknown': {
    zh: '不认识的数据存储“{value}”；可以是 sqlite:路径 或 memory',
    en: 'unknown store "{value}"; it can be sqlite:PATH or memory',
  },
  'store/not-opened': { zh: '数据存储 {value} 打不开：', en: 'the store {value} was not opened:' },
  'community/needed': {
    zh: '请用 --community 指定本社区的规则文件夹（内有 community.yaml）',
    en: "name the folder of your community's rules (it holds community.yaml) with --community",
  },
  'mapping/hint': {
    zh: '提议一份对照表：linli import {file} --propose-mapping > 对照.yaml；核对后再加上 --mapping 对照.yaml',
    en: 'propose a mapping: linli import {file} --propose-mapping > mapping.yaml; check it, then add --mapping mapping.yaml',
  },
  'pack/not-found': {
    zh: '找不到规则包“{pack}”：可以写预置的代码（linli rules list）、文件或社区文件夹',
    en: 'there is no pack {pack}: name a preset (linli rules list), a file or a community folder',
  },
  'pack/not-found-meant': {
    zh: '找不到规则包“{pack}”，是不是“{meant}”？',
    en: 'there is no pack {pack}; did you mean {meant}?',
  },
  'pack/none-in-folder': {
    zh: '文件夹 {folder} 里没有规则包（{files}）',
    en: 'there is no pack in the folder {folder} ({files})',
  },
  'pack/without-credit': {
    zh: '规则包“{pack}”没有积分标准（credit），无法计算服务',
    en: 'the pack {pack} has no credit standard, so services cannot be judged',
  },
  'service/not-in-file': { zh: '{file} 里没有服务“{service}”', en: 'there is no service {service} in {file}' },
  'zone/unknown': { zh: '“{value}”不是时区，例如 Asia/Shanghai', en: '"{value}" is no time zone such as Asia/Shanghai' },
  'output/not-written': {
    zh: '结果没有写完（{problem}）；要登记的都已登记',
    en: 'the result was not written to its end ({problem}); what was to be kept is kept',
  },
  'kept/steps': {
    zh: '出错前已存好的步骤：{steps}；再运行同一条命令会接着做',
    en: 'kept before it broke: {steps}; the same command run again goes on from there',
  },
  'kept/nothing': { zh: '没有写入任何内容', en: 'nothing was written' },
  'fault/unexpected': {
    zh: '程序出错（{code}）：{problem}。每一步要么整步存下，要么一点不存。',
    en: 'something broke ({code}): {problem}. Each step is kept as a whole or not at all.',
  },
} as const satisfies Texts<CliCode>;
