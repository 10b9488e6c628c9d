import CommandLine
import Curses

extension Screens {
  /// Why the screens could not be opened: what the terminal lacks gets its words here, as nothing else knows it.
  static func trouble(_ error: any Error, _ context: Context) -> any Error {
    guard let error = error as? TerminalError else { return error }
    let words = context.words
    return switch error {
    case .notATerminal: NoScreens(code: "no_terminal", message: words["screens.no_terminal"])
    case .noTerminalType: unknown("", context)
    case .unknownTerminalType(let name): unknown(name, context)
    case .incapableTerminal(let name):
      NoScreens(
        code: "incapable_terminal", message: words("screens.incapable_terminal", ["name": name]))
    case .noUnicode: NoScreens(code: "no_unicode", message: words["screens.no_unicode"])
    case .cannotStart: NoScreens(code: "cannot_start", message: words["screens.cannot_start"])
    }
  }

  private static func unknown(_ name: String, _ context: Context) -> NoScreens {
    NoScreens(
      code: "unknown_terminal", message: context.words("screens.unknown_terminal", ["name": name]))
  }
}
