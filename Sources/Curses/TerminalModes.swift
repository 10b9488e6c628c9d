import CNcurses
import Glibc

/// What the terminal was like before: its line settings and the signal handlers ncurses replaces.
final class TerminalModes {
  private let descriptor: Int32
  private var settings = termios()

  init(descriptor: Int32) {
    self.descriptor = descriptor
    tcgetattr(descriptor, &settings)
  }

  /// As it was found, to the bit.
  func restore() {
    tcsetattr(descriptor, TCSADRAIN, &settings)
  }

  /// Runs what may install handlers, and puts back those there were: signals belong to the loop.
  func keepingHandlers<Result>(_ work: () -> Result) -> Result {
    let signals = [SIGINT, SIGTERM, SIGTSTP, SIGWINCH, SIGTTOU]
    let before = signals.map { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      return (number, action)
    }
    defer {
      for (number, action) in before {
        var action = action
        sigaction(number, &action, nil)
      }
    }
    return work()
  }
}
