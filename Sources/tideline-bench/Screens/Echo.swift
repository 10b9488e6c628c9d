import Glibc
import Terminals

/// The least that a program on a terminal can do: it sends back what is typed, byte by byte, and knows nothing.
enum Echo {
  static func open() throws -> TerminalProgram {
    let program = try TerminalProgram(
      Child.neighbour("tideline-bench"), ["echo"], environment: [:], rows: 24, columns: 80)
    // It says a byte once the terminal is its own.
    _ = program.read(since: Stopwatch.now(), quiet: 100, patience: 5000)
    return program
  }

  /// Until the line is hung up.
  static func run() {
    var settings = termios()
    tcgetattr(STDIN_FILENO, &settings)
    cfmakeraw(&settings)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    var byte: UInt8 = 0x3E
    repeat { _ = write(STDOUT_FILENO, &byte, 1) } while read(STDIN_FILENO, &byte, 1) == 1
  }
}
