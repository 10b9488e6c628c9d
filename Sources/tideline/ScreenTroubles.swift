import CommandLine
import Curses
import Domain

extension Screens {
  /// Why the screens could not be opened, in one line.
  static func text(of error: any Error, _ context: Context) -> String {
    switch error {
    case let refusal as Refusal: context.wording.text(of: refusal, at: context.now())
    case let failure as DatabaseFailure: context.wording.text(of: failure)
    case let error as TerminalError: text(of: error, context)
    default: String(describing: error)
    }
  }

  private static func text(of error: TerminalError, _ context: Context) -> String {
    let words = context.wording.words
    return switch error {
    case .notATerminal: words["screens.no_terminal"]
    case .noTerminalType: words("screens.unknown_terminal", ["name": ""])
    case .unknownTerminalType(let name): words("screens.unknown_terminal", ["name": name])
    case .incapableTerminal(let name): words("screens.incapable_terminal", ["name": name])
    case .noUnicode: words["screens.no_unicode"]
    case .cannotStart: words["screens.cannot_start"]
    }
  }
}
