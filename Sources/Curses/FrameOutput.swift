import CNcurses
import Glibc

/// Sends what is written to the terminal for one frame in one piece. ncurses writes each time it is called, and it is
/// called once for every glyph whose width is in doubt: dozens of writes, each of which wakes a terminal up, or is a
/// packet of its own on its way to one.
final class FrameOutput {
  /// What ncurses writes to.
  private let output: TerminalOutput
  /// The terminal, while that leads into the memory.
  private let terminal: TerminalOutput
  private let memory: Int32

  /// - Parameter descriptor: open for as long as this is.
  init(descriptor: Int32) {
    output = TerminalOutput(descriptor: descriptor)
    terminal = TerminalOutput(descriptor: fcntl(descriptor, F_DUPFD_CLOEXEC, 0))
    memory = curses_memory_file()
  }

  deinit {
    for descriptor in [terminal.descriptor, memory] where descriptor >= 0 { Glibc.close(descriptor) }
  }

  func write(_ bytes: [UInt8]) { output.write(bytes) }

  /// Without memory for it the frame is sent as it comes.
  func gather(_ draw: () -> Void) {
    guard terminal.descriptor >= 0, memory >= 0, dup2(memory, output.descriptor) >= 0 else { return draw() }
    draw()
    _ = dup2(terminal.descriptor, output.descriptor)
    send()
  }

  private func send() {
    let count = Int(lseek(memory, 0, SEEK_END))
    if count <= 0 { return }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = pread(memory, &bytes, count, 0)
    ftruncate(memory, 0)
    lseek(memory, 0, SEEK_SET)
    terminal.write(Array(bytes.prefix(max(0, read))))
  }
}
