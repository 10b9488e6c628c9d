import Glibc
import Terminals

/// A well-made list on a terminal to be held beside: tig's pager, where it is installed.
enum Tig {
  private static let path = "/usr/bin/tig"

  static func open(rows: UInt16, columns: UInt16) -> TerminalProgram? {
    guard access(path, X_OK) == 0 else {
      Output.remark("tig isn't installed: no row of it beside ours\n")
      return nil
    }
    let program = try? TerminalProgram(
      "/bin/sh", ["-c", "seq 100000 100500 | exec \(path)"],
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      ],
      rows: rows, columns: columns)
    _ = program?.listen(for: 500)
    return program
  }
}
