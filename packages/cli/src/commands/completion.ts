import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import type { Texts } from '../texts/texts.ts'
import { globalFlags } from './flags.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

/** `sendoff completion`: prints the script with which a shell completes this command. */
export const completion = (texts: Texts) =>
  buildCommand<GlobalFlags, [Shell], Context>({
    docs: { brief: texts.completion.brief },
    parameters: {
      flags: globalFlags(texts),
      positional: {
        kind: 'tuple',
        parameters: [
          {
            brief: SHELLS.join(', '),
            placeholder: 'shell',
            parse: (given: string) => {
              const shell = SHELLS.find((one) => one === given)
              if (!shell) throw new Error(texts.completion.wrong(SHELLS.join(', ')))
              return shell
            },
            proposeCompletions: () => SHELLS,
          },
        ],
      },
    },
    func(_flags, shell) {
      this.stdout.write(SCRIPTS[shell])
    },
  })

// The words after the command, up to the one at the cursor, go to `sendoff __complete`, which prints one proposal a line.
const SCRIPTS: Record<Shell, string> = {
  bash: `_sendoff() {
  local IFS=$'\\n'
  COMPREPLY=($(sendoff __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _sendoff sendoff
`,
  zsh: `#compdef sendoff
_sendoff() {
  local -a proposals
  proposals=("\${(@f)$(sendoff __complete "\${(@)words[2,CURRENT]}" 2>/dev/null | cut -f1)}")
  [[ -n "$proposals" ]] && compadd -- $proposals || _files
}
compdef _sendoff sendoff
`,
  fish: `function __sendoff_complete
  set -l words (commandline -opc) (commandline -ct)
  sendoff __complete $words[2..-1] 2>/dev/null
end
complete -c sendoff -f -a '(__sendoff_complete)'
`,
}
